// Package misuse holds recovers that recover nothing.
package misuse

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

type order struct {
	ID    string
	Items []string
	Price map[string]int
}

func total(o *order) int {
	sum := 0
	for _, item := range o.Items {
		sum += o.Price[item]
	}
	return sum / len(o.Items)
}

func logPanic() {
	if r := recover(); r != nil {
		log.Printf("panic: %v", r)
	}
}

//label:bad recovermisuse
func asError() error {
	if r := recover(); r != nil {
		return fmt.Errorf("panic: %v", r)
	}
	return nil
}

func show(v any) {
	if v != nil {
		log.Println("recovered", v)
	}
}

//label:bad recovermisuse
func DeferRecover(o *order) int {
	defer recover()
	return total(o)
}

//label:bad recovermisuse
func TooDeepNamed(o *order) int {
	defer func() {
		logPanic()
	}()
	return total(o)
}

//label:bad recovermisuse
func TooDeepLiteral(o *order) int {
	defer func() {
		func() {
			if r := recover(); r != nil {
				log.Println(r)
			}
		}()
	}()
	return total(o)
}

func TooDeepError(o *order) (n int, err error) {
	defer func() {
		if e := asError(); e != nil {
			err = e
		}
	}()
	return total(o), nil
}

//label:bad recovermisuse
func PlainCall(o *order) int {
	n := total(o)
	if r := recover(); r != nil {
		log.Println("total failed", r)
		return 0
	}
	return n
}

//label:bad recovermisuse
func HelperCalled(o *order) int {
	logPanic()
	return total(o)
}

//label:bad recovermisuse
func AfterWork(o *order) int {
	n := total(o)
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic: %v", r)
		}
	}()
	return n
}

//label:bad recovermisuse
func ArgumentOfDeferred(o *order) int {
	defer show(recover())
	return total(o)
}

//label:bad recovermisuse
func ArgumentOfPrintln(o *order) int {
	defer log.Println("recovered:", recover())
	return total(o)
}

func after(fn func()) { fn() }

//label:bad recovermisuse
func CalledByDeferred(o *order) int {
	defer after(func() {
		if r := recover(); r != nil {
			log.Println(r)
		}
	})
	return total(o)
}

//label:bad recovermisuse
func OnceDeferred(o *order) int {
	var once sync.Once
	defer once.Do(func() {
		if r := recover(); r != nil {
			log.Println(r)
		}
	})
	return total(o)
}

//label:bad recovermisuse
func OnAnotherGoroutine(o *order) int {
	defer func() {
		go func() {
			if r := recover(); r != nil {
				log.Println(r)
			}
		}()
	}()
	return total(o)
}

//label:bad recovermisuse
func Spawner(orders []*order) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("settling failed: %v", r)
		}
	}()
	for _, o := range orders {
		go func() { log.Println(total(o)) }()
	}
}

//label:bad recovermisuse
func SpawnerNamed(o *order) {
	defer logPanic()
	go settle(o)
}

func settle(o *order) { log.Println(total(o)) }

//label:bad recovermisuse
func SpawnerWaits(orders []*order) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("settling: %v", r)
		}
	}()
	var wg sync.WaitGroup
	for _, o := range orders {
		wg.Add(1)
		go func() {
			defer wg.Done()
			settle(o)
		}()
	}
	wg.Wait()
	return nil
}

//label:bad recovermisuse
func SilentIgnored(o *order) int {
	defer func() { recover() }()
	return total(o)
}

//label:bad recovermisuse
func SilentBlank(o *order) int {
	defer func() { _ = recover() }()
	return total(o)
}

//label:bad recovermisuse
func SilentEmpty(o *order) {
	defer func() {
		if r := recover(); r != nil {
		}
	}()
	fmt.Println(total(o))
}

//label:bad recovermisuse
func SilentReturn(o *order) {
	defer func() {
		if r := recover(); r != nil {
			return
		}
	}()
	fmt.Println(total(o))
}

//label:bad recovermisuse
func SilentSleep(o *order) {
	defer func() {
		if recover() != nil {
			time.Sleep(time.Second)
		}
	}()
	fmt.Println(total(o))
}

//label:bad recovermisuse
func SilentCleanup(o *order, wg *sync.WaitGroup) {
	defer func() {
		_ = recover()
		wg.Done()
	}()
	fmt.Println(total(o))
}

//label:bad recovermisuse
func LateInHandler(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, total(&o))
	defer func() {
		if v := recover(); v != nil {
			log.Printf("panic serving %s: %v", r.URL.Path, v)
		}
	}()
}

//label:bad recovermisuse
func swallow() {
	if r := recover(); r != nil {
		return
	}
}

//label:bad recovermisuse
func LateOnGoroutine(o *order) {
	go func() {
		n := total(o)
		defer logPanic()
		log.Println(n)
	}()
}

//label:bad recovermisuse
func GenericTooDeep(o *order) int {
	defer func() { keep[int]() }()
	return total(o)
}

func keep[T any]() (zero T) {
	if r := recover(); r != nil {
		log.Println(r)
	}
	return zero
}

type service struct {
	log      *log.Logger
	panics   counter
	last     any
	onPanic  func(any)
	errs     chan error
	failures int
}

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) Inc() { c.mu.Lock(); c.n++; c.mu.Unlock() }

func (s *service) recovered() {
	if r := recover(); r != nil {
		s.log.Println(r)
	}
}

//label:bad recovermisuse
func (s *service) MethodTooDeep(o *order) int {
	defer func() { s.recovered() }()
	return total(o)
}

func (s *service) FinishTooDeep(o *order) int {
	defer s.finish()
	return total(o)
}

//label:bad recovermisuse
func (s *service) finish() {
	s.recovered()
	s.failures = 0
}

//label:good
func Direct(o *order) int {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic: %v", r)
		}
	}()
	return total(o)
}

//label:good
func Named(o *order) int {
	defer logPanic()
	return total(o)
}

//label:good
func (s *service) Method(o *order) int {
	defer s.recovered()
	return total(o)
}

//label:good
func NamedResult(o *order) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("total of %s: %v", o.ID, r)
		}
	}()
	return total(o), nil
}

//label:good
func ResultFlag(o *order) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	total(o)
	return true
}

//label:good
func (s *service) SendsError(o *order) {
	defer func() {
		if r := recover(); r != nil {
			s.errs <- fmt.Errorf("panic: %v", r)
		}
	}()
	total(o)
}

//label:good
func SendsValue(o *order, out chan<- any) {
	defer func() {
		out <- recover()
	}()
	total(o)
}

//label:good
func (s *service) Counts(o *order) {
	defer func() {
		if recover() != nil {
			s.panics.Inc()
		}
	}()
	total(o)
}

//label:good
func (s *service) Keeps(o *order) {
	defer func() {
		if r := recover(); r != nil {
			s.last = r
		}
	}()
	total(o)
}

//label:good
func (s *service) Callback(o *order) {
	defer func() {
		if r := recover(); r != nil {
			s.onPanic(r)
		}
	}()
	total(o)
}

//label:good
func (s *service) FieldLogger(o *order) {
	defer func() {
		if r := recover(); r != nil {
			s.log.Printf("total: %v", r)
		}
	}()
	total(o)
}

//label:good
func Argument(o *order) {
	defer func() { show(recover()) }()
	total(o)
}

//label:good
func Repanics(o *order) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if _, ok := r.(abort); !ok {
			panic(r)
		}
	}()
	total(o)
}

type abort struct{ error }

//label:good
func Sentinel(o *order) (err error) {
	defer func() {
		if r := recover(); r != nil {
			a, ok := r.(abort)
			if !ok {
				panic(r)
			}
			err = a.error
		}
	}()
	total(o)
	return nil
}

//label:good
func Stderr(o *order) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(os.Stderr, "panic:", r)
		}
	}()
	total(o)
}

//label:good
func Answers(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}()
	fmt.Fprintln(w, total(&order{ID: r.URL.Path}))
}

//label:good
func AfterHarmless(o *order) int {
	start := time.Now()
	name := o.ID
	defer func() {
		if r := recover(); r != nil {
			log.Println(name, time.Since(start), r)
		}
	}()
	return total(o)
}

var mu sync.Mutex

//label:good
func AfterLock(o *order) int {
	mu.Lock()
	defer mu.Unlock()
	defer logPanic()
	return total(o)
}

//label:good
func AfterGuard(text string) (n int) {
	if text == "" || strings.HasPrefix(text, "#") {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	defer logPanic()
	return 100 / n
}

//label:good
func Joined(o *order) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.Join(err, fmt.Errorf("panic: %v", r))
		}
	}()
	total(o)
	return nil
}

//label:good
func MethodExpression(s *service, o *order) {
	defer (*service).recovered(s)
	total(o)
}

//label:good
func MethodValue(s *service, o *order) {
	done := s.recovered
	defer done()
	total(o)
}

//label:good
func Conditional(o *order, strict bool) {
	if !strict {
		defer logPanic()
	}
	total(o)
}

//label:good
func SpawnerBoth(o *order) {
	defer logPanic()
	total(o)
	go func() {
		defer logPanic()
		total(o)
	}()
}

//label:good
func OuterVariable(o *order) (string, error) {
	var failed error
	func() {
		defer func() {
			if r := recover(); r != nil {
				failed = fmt.Errorf("panic: %v", r)
			}
		}()
		total(o)
	}()
	return o.ID, failed
}

//label:good
func Ignored(o *order) {
	//race-audit:ignore recovermisuse a broken order is expected here, and counted by the caller
	defer func() { _ = recover() }()
	total(o)
}
