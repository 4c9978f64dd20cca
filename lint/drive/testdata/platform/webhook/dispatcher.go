// Package webhook receives events and delivers them to subscribers.
package webhook

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"log"
	"net/http"
	"sync"
	"time"
)

// Event is one thing that happened.
type Event struct {
	Kind    string         `json:"kind"`
	Payload map[string]any `json:"payload"`
}

// Subscriber wants some events.
type Subscriber struct {
	URL       string
	Transform func(Event) ([]byte, error)
	OnResult  func(status int, err error)
}

type delivery struct {
	sub     *Subscriber
	event   Event
	attempt int
}

// Dispatcher delivers events.
type Dispatcher struct {
	client *http.Client
	subs   []*Subscriber
	queue  chan delivery
	urgent chan delivery
	secret []byte
	mac    hash.Hash
	stop   chan struct{}
}

// New makes a Dispatcher.
func New(secret []byte, subs ...*Subscriber) *Dispatcher {
	return &Dispatcher{
		client: &http.Client{Timeout: 10 * time.Second},
		subs:   subs,
		queue:  make(chan delivery, 128),
		urgent: make(chan delivery, 16),
		secret: secret,
		mac:    hmac.New(sha256.New, secret),
		stop:   make(chan struct{}),
	}
}

// HandleInbound accepts a batch of events from the provider.
//
//label:bad unrecoveredgoroutine
func (d *Dispatcher) HandleInbound(w http.ResponseWriter, r *http.Request) {
	var batch []Event
	if err := json.NewDecoder(r.Body).Decode(&batch); err != nil {
		http.Error(w, "bad batch", http.StatusBadRequest)
		return
	}
	accounts := make([]string, len(batch))
	var wg sync.WaitGroup
	for i, ev := range batch {
		wg.Go(func() {
			owner := ev.Payload["owner"].(map[string]any)
			accounts[i] = owner["account"].(string)
		})
	}
	wg.Wait()
	for i, ev := range batch {
		log.Printf("event %s for %s", ev.Kind, accounts[i])
	}
	w.WriteHeader(http.StatusAccepted)
}

// HandleFanout sends one event to every subscriber at once.
//
//label:bad unrecoveredgoroutine
func (d *Dispatcher) HandleFanout(w http.ResponseWriter, r *http.Request) {
	var ev Event
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		http.Error(w, "bad event", http.StatusBadRequest)
		return
	}
	for _, sub := range d.subs {
		go d.push(sub, ev)
	}
	w.WriteHeader(http.StatusAccepted)
}

func (d *Dispatcher) push(sub *Subscriber, ev Event) {
	body, err := sub.Transform(ev)
	if err != nil {
		log.Printf("transform for %s: %v", sub.URL, err)
		return
	}
	resp, err := d.client.Post(sub.URL, "application/json", bytes.NewReader(body))
	if err != nil {
		log.Printf("post to %s: %v", sub.URL, err)
		return
	}
	resp.Body.Close()
}

// scheduleRetry tries the delivery again later and tells the subscriber's owner.
//
//label:bad unrecoveredgoroutine
func (d *Dispatcher) scheduleRetry(del delivery) {
	wait := time.Duration(1<<del.attempt) * time.Second
	time.AfterFunc(wait, func() {
		body, err := del.sub.Transform(del.event)
		if err != nil {
			del.sub.OnResult(0, err)
			return
		}
		resp, err := d.client.Post(del.sub.URL, "application/json", bytes.NewReader(body))
		if err != nil {
			del.sub.OnResult(0, err)
			return
		}
		defer resp.Body.Close()
		del.sub.OnResult(resp.StatusCode, nil)
	})
}

// StartWorkers starts n delivery workers.
func (d *Dispatcher) StartWorkers(n int) {
	for i := 0; i < n; i++ {
		go d.work(i)
	}
}

//label:bad workerloop
func (d *Dispatcher) work(id int) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("worker %d: %v", id, v)
		}
	}()
	for del := range d.queue {
		body, err := del.sub.Transform(del.event)
		if err != nil {
			log.Printf("worker %d: transform: %v", id, err)
			continue
		}
		resp, err := d.client.Post(del.sub.URL, "application/json", bytes.NewReader(body))
		if err != nil {
			d.scheduleRetry(del)
			continue
		}
		resp.Body.Close()
		del.sub.OnResult(resp.StatusCode, nil)
	}
}

// StartUrgent starts the worker for urgent deliveries.
//
//label:good
func (d *Dispatcher) StartUrgent() {
	go func() {
		for {
			select {
			case <-d.stop:
				return
			case del := <-d.urgent:
				if err := d.deliverUrgent(del); err != nil {
					log.Printf("urgent: %v", err)
				}
			}
		}
	}()
}

//label:good
func (d *Dispatcher) deliverUrgent(del delivery) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("subscriber %s: panic: %v", del.sub.URL, v)
		}
	}()
	body, err := del.sub.Transform(del.event)
	if err != nil {
		return err
	}
	resp, err := d.client.Post(del.sub.URL, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	del.sub.OnResult(resp.StatusCode, nil)
	return nil
}

// Preview shows what a subscriber would get; a broken transform yields nothing.
//
//label:bad recovermisuse
func (d *Dispatcher) Preview(sub *Subscriber, ev Event) []byte {
	defer recover()
	body, err := sub.Transform(ev)
	if err != nil {
		return nil
	}
	return body
}

// Sign returns the signature of body.
//
//label:bad sharedbuffer
func (d *Dispatcher) Sign(body []byte) string {
	d.mac.Reset()
	d.mac.Write(body)
	return hex.EncodeToString(d.mac.Sum(nil))
}

// HandleSign signs what subscribers send to test their verification.
func (d *Dispatcher) HandleSign(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(http.MaxBytesReader(w, r.Body, 1<<16)); err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	fmt.Fprintln(w, d.Sign(buf.Bytes()))
}

// Verify reports whether sig belongs to body.
//
//label:good
func (d *Dispatcher) Verify(body []byte, sig string) bool {
	m := hmac.New(sha256.New, d.secret)
	m.Write(body)
	want, err := hex.DecodeString(sig)
	return err == nil && hmac.Equal(want, m.Sum(nil))
}

// HandleVerify checks a signature.
//
//label:good
func (d *Dispatcher) HandleVerify(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(http.MaxBytesReader(w, r.Body, 1<<16)); err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	if !d.Verify(buf.Bytes(), r.Header.Get("X-Signature")) {
		http.Error(w, "signature", http.StatusForbidden)
	}
}

// Probe checks that a subscriber answers within the limit.
//
//label:good
func (d *Dispatcher) Probe(ctx context.Context, sub *Subscriber, limit time.Duration) error {
	ctx, cancel := context.WithCancel(ctx)
	t := time.AfterFunc(limit, func() { cancel() })
	defer t.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, sub.URL, nil)
	if err != nil {
		cancel()
		return err
	}
	resp, err := d.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Mux returns the handlers.
func (d *Dispatcher) Mux() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /in", d.HandleInbound)
	mux.HandleFunc("POST /fanout", d.HandleFanout)
	mux.HandleFunc("POST /sign", d.HandleSign)
	mux.HandleFunc("POST /verify", d.HandleVerify)
	return mux
}
