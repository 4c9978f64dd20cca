// Package orders takes orders over HTTP and settles them in the background.
package orders

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type Line struct {
	SKU string
	Qty int
}

type Customer struct{ Mail string }

type Order struct {
	ID       string
	Lines    []Line
	Meta     map[string]any
	Customer *Customer
}

type Store interface {
	Save(ctx context.Context, o *Order) error
	Price(ctx context.Context, sku string) (any, error)
}

type Service struct {
	store    Store
	settle   chan *Order
	refunds  chan *Order
	onExpire func(*Order)

	mu    sync.Mutex
	index map[string][]string
	open  map[string]*Order
}

// goSafe starts fn and keeps its panics away from the process.
func goSafe(name string, fn func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("%s: panic: %v\n%s", name, r, debug.Stack())
			}
		}()
		fn()
	}()
}

// guard turns a panic of fn into an error.
func guard(fn func() error) func() error {
	return func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v", r)
			}
		}()
		return fn()
	}
}

func decodeOrder(r *http.Request) (*Order, error) {
	var o Order
	err := json.NewDecoder(r.Body).Decode(&o)
	return &o, err
}

//label:bad unrecoveredgoroutine
func (s *Service) HandleCreate(w http.ResponseWriter, r *http.Request) {
	o, err := decodeOrder(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	go s.indexOrder(o)
	w.WriteHeader(http.StatusAccepted)
}

func (s *Service) indexOrder(o *Order) {
	region := o.Meta["region"].(string)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.index[region] = append(s.index[region], o.Lines[0].SKU)
}

//label:good
func (s *Service) HandleUpdate(w http.ResponseWriter, r *http.Request) {
	o, err := decodeOrder(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	goSafe("mail", func() { s.mailCustomer(o) })
	w.WriteHeader(http.StatusAccepted)
}

//label:good
func (s *Service) mailCustomer(o *Order) {
	user := strings.SplitN(o.Customer.Mail, "@", 2)
	log.Printf("mail to %s at %s", user[0], user[1])
}

//label:bad unrecoveredgoroutine
func (s *Service) HandleQuote(w http.ResponseWriter, r *http.Request) {
	o, err := decodeOrder(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	totals := make([]float64, len(o.Lines))
	g, ctx := errgroup.WithContext(r.Context())
	for i, l := range o.Lines {
		g.Go(func() error {
			p, err := s.store.Price(ctx, l.SKU)
			if err != nil {
				return err
			}
			totals[i] = p.(float64) * float64(l.Qty)
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_ = json.NewEncoder(w).Encode(totals)
}

//label:good
func (s *Service) HandleReprice(w http.ResponseWriter, r *http.Request) {
	o, err := decodeOrder(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g, ctx := errgroup.WithContext(r.Context())
	for _, l := range o.Lines {
		g.Go(guard(func() error {
			p, err := s.store.Price(ctx, l.SKU)
			if err != nil {
				return err
			}
			if p.(float64) < 0 {
				return errors.New("negative price")
			}
			return nil
		}))
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

//label:bad unrecoveredgoroutine
func (s *Service) HandleReserve(w http.ResponseWriter, r *http.Request) {
	o, err := decodeOrder(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	time.AfterFunc(15*time.Minute, func() {
		s.mu.Lock()
		delete(s.open, o.ID)
		s.mu.Unlock()
		s.onExpire(o)
	})
	w.WriteHeader(http.StatusNoContent)
}

//label:good
func (s *Service) HandleLookup(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	t := time.AfterFunc(2*time.Second, cancel)
	defer t.Stop()
	defer cancel()
	p, err := s.store.Price(ctx, r.PathValue("sku"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, p)
}

//label:bad workerloop
func (s *Service) SettleWorker(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("settle worker: %v\n%s", r, debug.Stack())
		}
	}()
	for o := range s.settle {
		if o.Meta["currency"].(string) == "" {
			continue
		}
		if err := s.store.Save(ctx, o); err != nil {
			log.Printf("settle %s: %v", o.ID, err)
		}
	}
}

//label:good
func (s *Service) RefundWorker(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case o := <-s.refunds:
			s.refundOne(ctx, o)
		}
	}
}

//label:good
func (s *Service) refundOne(ctx context.Context, o *Order) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("refund %s: %v\n%s", o.ID, r, debug.Stack())
		}
	}()
	o.Meta["refund"] = o.Lines[0].Qty
	if err := s.store.Save(ctx, o); err != nil {
		log.Printf("refund %s: %v", o.ID, err)
	}
}

//label:bad recovermisuse
func (s *Service) Audit(ctx context.Context, o *Order) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("audit %s: %v", o.ID, r)
		}
	}()
	go func() {
		first := o.Lines[0]
		o.Meta["audited"] = first.SKU
		_ = s.store.Save(ctx, o)
	}()
}

//label:good
func (s *Service) Archive(ctx context.Context, o *Order) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("archive %s: %v", o.ID, r)
			}
		}()
		first := o.Lines[0]
		o.Meta["archived"] = first.SKU
		_ = s.store.Save(ctx, o)
	}()
}

//label:bad recovermisuse
func ParseLegacy(row string) (o Order, err error) {
	defer func() {
		if r := recover(); r != nil {
			o = Order{}
		}
	}()
	f := strings.Split(row, ";")
	o.ID = f[0]
	o.Customer = &Customer{Mail: f[3]}
	return o, nil
}

//label:good
func ParseCSV(row string) (o Order, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("orders: bad row %q: %v", row, r)
		}
	}()
	f := strings.Split(row, ",")
	o.ID = f[0]
	o.Customer = &Customer{Mail: f[2]}
	return o, nil
}
