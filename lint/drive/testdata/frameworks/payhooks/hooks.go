// Package payhooks takes the webhooks of the payment providers.
package payhooks

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/sirupsen/logrus"

	"example.com/frameworks/internal/safego"
)

type Notice struct {
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Object  map[string]any `json:"object"`
	Charges []Charge       `json:"charges"`
}

type Charge struct {
	ID     string
	Amount int64
	Card   *Card
}

type Card struct{ Last4, Brand string }

type Subscriber func(ctx context.Context, n *Notice) error

type Account struct {
	Owner string
	Plan  *Plan
}

type Plan struct{ Name string }

type Hooks struct {
	secret []byte
	mu     sync.RWMutex
	subs   map[string][]Subscriber
	accs   map[string]*Account
	mac    hash.Hash
	client *http.Client
}

// New makes the hooks.
func New(secret []byte) *Hooks {
	return &Hooks{secret: secret, subs: map[string][]Subscriber{}, accs: map[string]*Account{}, mac: hmac.New(sha256.New, secret), client: http.DefaultClient}
}

// Routes makes the engine.
func (h *Hooks) Routes() *gin.Engine {
	r := gin.Default()
	r.POST("/stripe", h.Stripe)
	r.POST("/adyen", h.Adyen)
	r.POST("/paypal", h.PayPal)
	r.POST("/klarna", h.Klarna)
	r.POST("/mollie", h.Mollie)
	r.POST("/refund/:id", h.Refund)
	r.POST("/sig", h.Signature)
	return r
}

// Stripe answers at once and settles later.
//
//label:bad unrecoveredgoroutine
func (h *Hooks) Stripe(c *gin.Context) {
	var n Notice
	if err := c.ShouldBindJSON(&n); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	go h.settle(&n)
	c.Status(http.StatusOK)
}

func (h *Hooks) settle(n *Notice) {
	amount := n.Object["amount"].(float64)
	last4 := n.Charges[0].Card.Last4
	h.mu.RLock()
	acc := h.accs[n.Object["customer"].(string)]
	h.mu.RUnlock()
	logrus.Infof("%s on %s paid %.2f with %s", acc.Owner, acc.Plan.Name, amount/100, last4)
}

// Adyen tells the subscribers.
//
//label:bad unrecoveredgoroutine
func (h *Hooks) Adyen(c *gin.Context) {
	raw, err := c.GetRawData()
	if err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	cp := c.Copy()
	notify := func(s Subscriber, n *Notice) {
		if err := s(context.Background(), n); err != nil {
			logrus.WithError(err).Warn(cp.GetHeader("X-Request-Id"))
		}
	}
	var n Notice
	if err := json.Unmarshal(raw, &n); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, s := range h.subs[n.Type] {
		go notify(s, &n)
	}
	c.JSON(http.StatusOK, gin.H{"ok": true})
}

// PayPal looks again a minute later, as the provider is slow.
//
//label:bad unrecoveredgoroutine
func (h *Hooks) PayPal(c *gin.Context) {
	id := c.GetHeader("Paypal-Transmission-Id")
	time.AfterFunc(time.Minute, func() { h.recheck(id) })
	c.Status(http.StatusAccepted)
}

func (h *Hooks) recheck(id string) {
	resp, err := h.client.Get("https://api.example.com/v1/" + id)
	if err != nil {
		logrus.WithError(err).Error("recheck")
		return
	}
	defer resp.Body.Close()
	var doc map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&doc); err != nil {
		return
	}
	links := doc["links"].([]any)
	self := links[0].(map[string]any)["href"].(string)
	logrus.Infof("state of %s: %v", self, doc["state"])
}

// Klarna tells the subscribers before it answers.
//
//label:missed recovermisuse
func (h *Hooks) Klarna(c *gin.Context) {
	var n Notice
	if err := c.ShouldBindJSON(&n); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	for _, s := range h.subs[n.Type] {
		if err := s(c.Request.Context(), &n); err != nil {
			logrus.WithError(err).Warn("subscriber")
		}
	}
	defer func() {
		if r := recover(); r != nil {
			logrus.Errorf("subscriber of %s: %v", n.Type, r)
			c.AbortWithStatus(http.StatusInternalServerError)
		}
	}()
	c.JSON(http.StatusOK, gin.H{"id": n.ID})
}

// Signature checks the signature of a request.
//
//label:bad sharedbuffer
func (h *Hooks) Signature(c *gin.Context) {
	raw, err := c.GetRawData()
	if err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	h.mac.Reset()
	h.mac.Write(raw)
	want := hex.EncodeToString(h.mac.Sum(nil))
	if !strings.EqualFold(want, c.GetHeader("X-Signature")) {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Status(http.StatusNoContent)
}

// Mollie answers at once and tells the subscribers later.
//
//label:good
func (h *Hooks) Mollie(c *gin.Context) {
	var n Notice
	if err := c.ShouldBindJSON(&n); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, s := range h.subs[n.Type] {
		safego.Go("mollie", func() {
			if err := s(context.Background(), &n); err != nil {
				logrus.WithError(err).Warn(n.Charges[0].ID)
			}
		})
	}
	c.Status(http.StatusOK)
}

// Refund pays back.
//
//label:good
func (h *Hooks) Refund(c *gin.Context) {
	h.mu.RLock()
	acc := h.accs[c.Param("id")]
	h.mu.RUnlock()
	for _, s := range h.subs["refund"] {
		_ = s(c.Request.Context(), &Notice{ID: acc.Plan.Name})
	}
	c.Status(http.StatusOK)
}

// Verify says whether sig is the signature of raw; all may call it.
//
//label:good
func (h *Hooks) Verify(raw []byte, sig string) bool {
	mac := hmac.New(sha256.New, h.secret)
	mac.Write(raw)
	want, err := hex.DecodeString(sig)
	return err == nil && hmac.Equal(mac.Sum(nil), want)
}

var bufs = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Forward posts the notice to the mirror; the answer does not matter.
//
//label:good
func (h *Hooks) Forward(n *Notice, url string) {
	go func() {
		defer safego.Guard("forward")()
		buf := bufs.Get().(*bytes.Buffer)
		defer bufs.Put(buf)
		buf.Reset()
		if err := json.NewEncoder(buf).Encode(n); err != nil {
			return
		}
		resp, err := h.client.Post(url, "application/json", bytes.NewReader(buf.Bytes()))
		if err != nil {
			logrus.WithError(err).Warn("mirror")
			return
		}
		resp.Body.Close()
	}()
}

// CallWithin calls s, but does not wait longer than d.
//
//label:good
func CallWithin(ctx context.Context, d time.Duration, s Subscriber, n *Notice) error {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	errc := make(chan error, 1)
	go func() {
		errc <- safego.Wrap(func() error { return s(ctx, n) })()
	}()
	select {
	case err := <-errc:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
