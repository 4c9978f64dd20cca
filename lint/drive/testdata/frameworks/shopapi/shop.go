// Package shopapi is the HTTP API of the shop.
package shopapi

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"example.com/frameworks/internal/safego"
)

type Line struct {
	SKU   string
	Count int
	Cents int64
}

type Order struct {
	ID       string
	Email    string
	Lines    []Line
	Shipping *Address
	Meta     map[string]any
}

type Address struct{ Street, Zip, Country string }

type Mail interface {
	Send(ctx context.Context, to, subject, body string) error
}

type OrderListener func(o *Order)

type Event struct {
	ID      int64
	Topic   string
	Payload json.RawMessage
}

type Outbox interface {
	Pending(ctx context.Context, n int) ([]Event, error)
	Done(ctx context.Context, id int64) error
}

type Shop struct {
	mail      Mail
	outbox    Outbox
	mu        sync.Mutex
	orders    map[string]*Order
	listeners []OrderListener
	publish   map[string]func(context.Context, json.RawMessage) error
}

// New makes a shop.
func New(m Mail, o Outbox) *Shop {
	return &Shop{mail: m, outbox: o, orders: map[string]*Order{}, publish: map[string]func(context.Context, json.RawMessage) error{}}
}

// Routes makes the router.
func (s *Shop) Routes() *echo.Echo {
	e := echo.New()
	e.Use(middleware.Recover())
	e.POST("/orders", s.CreateOrder)
	e.POST("/orders/:id/ship", s.Ship)
	e.POST("/orders/import", s.ImportOrders)
	e.GET("/orders/:id", s.GetOrder)
	e.POST("/orders/:id/invoice", s.Invoice)
	e.POST("/orders/:id/prefetch", s.Prefetch)
	e.GET("/orders/:id/label", s.Label)
	return e
}

// CreateOrder takes an order and confirms it by mail in the background.
//
//label:bad unrecoveredgoroutine
func (s *Shop) CreateOrder(c echo.Context) error {
	var o Order
	if err := c.Bind(&o); err != nil {
		return echo.NewHTTPError(http.StatusBadRequest, err.Error())
	}
	s.mu.Lock()
	s.orders[o.ID] = &o
	s.mu.Unlock()
	go s.confirm(context.WithoutCancel(c.Request().Context()), &o)
	return c.NoContent(http.StatusAccepted)
}

func (s *Shop) confirm(ctx context.Context, o *Order) {
	first := o.Lines[0]
	host := strings.Split(o.Email, "@")[1]
	body := "Thank you for " + first.SKU + ", shipped to " + o.Shipping.Street
	if err := s.mail.Send(ctx, o.Email, "Your order", body); err != nil {
		log.Printf("mail to %s: %v", host, err)
	}
}

// Ship marks the order as shipped and tells the listeners.
//
//label:bad unrecoveredgoroutine
func (s *Shop) Ship(c echo.Context) error {
	s.mu.Lock()
	o, ok := s.orders[c.Param("id")]
	s.mu.Unlock()
	if !ok {
		return c.NoContent(http.StatusNotFound)
	}
	for _, l := range s.listeners {
		go func() {
			start := time.Now()
			l(o)
			log.Printf("listener took %s", time.Since(start))
		}()
	}
	return c.NoContent(http.StatusOK)
}

// ImportOrders takes many orders of a partner.
//
//label:bad unrecoveredgoroutine
func (s *Shop) ImportOrders(c echo.Context) error {
	var orders []*Order
	if err := c.Bind(&orders); err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, o := range orders {
		wg.Go(func() { s.normalize(o) })
	}
	wg.Wait()
	return c.JSON(http.StatusOK, len(orders))
}

func (s *Shop) normalize(o *Order) {
	o.Email = strings.ToLower(o.Meta["contact"].(map[string]any)["email"].(string))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.orders[o.ID] = o
}

// RelayOutbox publishes what lies in the outbox until ctx ends.
//
//label:bad workerloop
func (s *Shop) RelayOutbox(ctx context.Context) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("outbox relay: %v", r)
			}
		}()
		t := time.NewTicker(2 * time.Second)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				evs, err := s.outbox.Pending(ctx, 100)
				if err != nil {
					log.Print(err)
					continue
				}
				for _, ev := range evs {
					if err := s.publish[ev.Topic](ctx, ev.Payload); err == nil {
						_ = s.outbox.Done(ctx, ev.ID)
					}
				}
			}
		}
	}()
}

// Audit calls the listeners one by one on behalf of the admin page.
//
//label:bad recovermisuse
func (s *Shop) Audit(o *Order) {
	for _, l := range s.listeners {
		func() {
			defer func() {
				_ = recover()
			}()
			l(o)
		}()
	}
}

// GetOrder answers one order.
//
//label:good
func (s *Shop) GetOrder(c echo.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := s.orders[c.Param("id")]
	return c.JSON(http.StatusOK, map[string]any{"id": o.ID, "first": o.Lines[0]})
}

// Label prints the address.
//
//label:good
func (s *Shop) Label(c echo.Context) error {
	s.mu.Lock()
	a := *s.orders[c.Param("id")].Shipping
	s.mu.Unlock()
	return c.String(http.StatusOK, a.Street+"\n"+a.Zip[:5])
}

// Invoice sends the invoice in the background.
//
//label:good
func (s *Shop) Invoice(c echo.Context) error {
	id := c.Param("id")
	ctx := context.WithoutCancel(c.Request().Context())
	safego.Go("invoice", func() { s.renderInvoice(ctx, id) })
	return c.NoContent(http.StatusAccepted)
}

//label:good
func (s *Shop) renderInvoice(ctx context.Context, id string) {
	s.mu.Lock()
	o := s.orders[id]
	s.mu.Unlock()
	_ = s.mail.Send(ctx, o.Email, "Invoice", o.Lines[0].SKU)
}

// Prefetch warms two things at once.
//
//label:good
func (s *Shop) Prefetch(c echo.Context) error {
	var wg sync.WaitGroup
	errs := make([]error, len(s.listeners))
	for i, l := range s.listeners {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer recoverTo(&errs[i])
			l(s.orders[c.Param("id")])
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}

//label:good
func recoverTo(err *error) {
	if r := recover(); r != nil {
		log.Printf("prefetch: %v", r)
		*err = errors.New("prefetch failed")
	}
}

// Serve runs the API until ctx ends.
//
//label:good
func (s *Shop) Serve(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	errc := make(chan error, 1)
	go func() { errc <- srv.ListenAndServe() }()
	go func() {
		<-ctx.Done()
		sctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(sctx)
	}()
	return <-errc
}

// RelaySafely is the relay of the new outbox.
//
//label:good
func (s *Shop) RelaySafely(ctx context.Context, in <-chan Event) {
	go func() {
		for ev := range in {
			if err := s.relayOne(ctx, ev); err != nil {
				log.Printf("event %d: %v", ev.ID, err)
			}
		}
	}()
}

//label:good
func (s *Shop) relayOne(ctx context.Context, ev Event) (err error) {
	defer recoverTo(&err)
	return s.publish[ev.Topic](ctx, ev.Payload)
}
