package counted

import (
	"sync"
	"time"
)

func work() {}

func literal() {
	var wg sync.WaitGroup
	for range 3 {
		go func() {
			wg.Add(1) // want `wg.Add counts the very goroutine that calls it: Wait may return before that has begun`
			defer wg.Done()
			work()
		}()
	}
	wg.Wait()
}

type server struct {
	wg   sync.WaitGroup
	jobs chan int
}

func (s *server) start() {
	go s.loop()
	go s.second()
}

func (s *server) loop() {
	s.wg.Add(1) // want `s.wg.Add counts the very goroutine`
	defer s.wg.Done()
	for range s.jobs {
	}
}

func (s *server) second() {
	name := "second"
	s.wg.Add(1) // want `s.wg.Add counts the very goroutine`
	defer func() {
		_ = name
		s.wg.Done()
	}()
	work()
}

func (s *server) stop() { s.wg.Wait() }

func viaVariable() {
	var wg sync.WaitGroup
	run := func() {
		wg.Add(1) // want `wg.Add counts the very goroutine`
		defer wg.Done()
		work()
	}
	go run()
	wg.Wait()
}

func early() { // ok
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			work()
		}()
	}
	wg.Wait()
}

func nested() { // ok: the goroutine is counted while it adds
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for range 3 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				work()
			}()
		}
	}()
	wg.Wait()
}

func held() { // ok: the starter holds a count of its own
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Add(1)
		defer wg.Done()
		work()
	}()
	wg.Done()
	wg.Wait()
}

func another() { // ok: a group of the goroutine's own
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			work()
		}()
		wg.Wait()
	}()
}

type counter struct{ wg sync.WaitGroup }

func (c *counter) unwaited() { // ok: nobody waits
	go func() {
		c.wg.Add(1)
		defer c.wg.Done()
		work()
	}()
}

func forOthers(wg *sync.WaitGroup, parts chan int) { // ok: it counts what it starts
	go func() {
		wg.Add(1)
		go func() {
			work()
		}()
		close(parts)
	}()
	wg.Wait()
}

func handed() {
	wg := &sync.WaitGroup{}
	go count(wg)
	wg.Wait()
}

func count(wg *sync.WaitGroup) {
	wg.Add(1) // want `wg.Add counts the very goroutine`
	work()
	wg.Done()
}

func handedEarly() { // ok
	var wg sync.WaitGroup
	wg.Add(1)
	go countMore(&wg)
	wg.Wait()
}

func countMore(wg *sync.WaitGroup) {
	wg.Add(1)
	work()
	wg.Done()
	wg.Done()
}

type subscriber struct {
	wg    sync.WaitGroup
	unsub chan bool
}

func subscribe() *subscriber {
	s := &subscriber{unsub: make(chan bool)}
	go s.deliver()
	return s
}

func (s *subscriber) deliver() { // ok: whoever waits has been heard first
	s.wg.Add(1)
	defer s.wg.Done()
	for {
		select {
		case <-s.unsub:
			return
		default:
			work()
		}
	}
}

func (s *subscriber) unsubscribe() {
	s.unsub <- true
	s.wg.Wait()
}

func begun(jobs []int) {
	var wg sync.WaitGroup
	started := make(chan struct{})
	for range jobs {
		go func() { // ok: the starter hears of it first
			wg.Add(1)
			defer wg.Done()
			started <- struct{}{}
			work()
		}()
		<-started
	}
	wg.Wait()
}

type monitor struct{ wg sync.WaitGroup }

func newMonitor() *monitor {
	m := &monitor{}
	var begun sync.WaitGroup
	begun.Add(1)
	go m.watch(&begun)
	begun.Wait()
	return m
}

func (m *monitor) watch(begun *sync.WaitGroup) {
	m.wg.Add(1) // ok: newMonitor waits until it has begun
	tick := time.NewTicker(time.Second)
	defer func() { tick.Stop(); m.wg.Done() }()
	begun.Done()
	<-tick.C
}

func (m *monitor) close() { m.wg.Wait() }

func results(out chan int) {
	var wg sync.WaitGroup
	for n := range 3 {
		go func() {
			wg.Add(1) // want `wg\.Add counts the very goroutine that calls it`
			defer wg.Done()
			square := n * n
			out <- square
		}()
	}
	wg.Wait()
}

type topic struct {
	wg   sync.WaitGroup
	term chan bool
}

func (t *topic) route() {
	<-t.term
	work()
}

func (t *topic) stop() { t.term <- true }

func (t *topic) serve() {
	go func() { // ok: it has received, by route, what stop sends before Wait
		t.wg.Add(1)
		defer t.wg.Done()
		t.route()
	}()
	t.stop()
	t.wg.Wait()
}

type other struct {
	wg   sync.WaitGroup
	term chan bool
}

func (o *other) stop() { o.term <- true }

func (o *other) serve() {
	go func() {
		o.wg.Add(1) // want `o\.wg\.Add counts the very goroutine that calls it`
		defer o.wg.Done()
		work()
	}()
	o.stop()
	o.wg.Wait()
}
