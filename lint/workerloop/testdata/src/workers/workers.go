package workers

import (
	"context"
	"log"
	"net/http"
	"sync/atomic"
	"time"

	"crash"
	"ending"
	"metrics"
)

type job struct{ run func() }

type hook interface{ Fire(string) }

type server struct {
	jobs    chan job
	lines   chan string
	hooks   []hook
	handler func(string)
	table   []int
	errs    chan error
}

func (s *server) handle(line string) { s.table[len(line)] = 1 }

func keep() {
	if r := recover(); r != nil {
		log.Print(r)
	}
}

// ---- bad ----

func (s *server) recoverOutside() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		for line := range s.lines { // want `the first panic ends this worker over s\.lines while the process lives: its recover is outside the loop`
			s.handle(line)
		}
	}()
}

func (s *server) recoverOutsideTicker() {
	go func() {
		defer keep()
		t := time.NewTicker(time.Minute)
		for range t.C { // want `the first panic ends this worker over t\.C`
			s.handle("tick")
		}
	}()
}

func (s *server) recoverOutsideSelect(ctx context.Context) {
	go func() {
		defer keep()
		for { // want `the first panic ends this worker over a select`
			select {
			case <-ctx.Done():
				return
			case line := <-s.lines:
				s.handle(line)
			}
		}
	}()
}

func (s *server) recoverInMethod() { go s.loop() }

func (s *server) loop() {
	defer keep()
	for { // want `the first panic ends this worker over s\.lines`
		s.handle(<-s.lines)
	}
}

func (s *server) recoverAroundCall() {
	go func() {
		defer keep()
		s.inner()
	}()
}

func (s *server) inner() {
	for line := range s.lines { // want `the first panic ends this worker over s\.lines`
		s.handle(line)
	}
}

func (s *server) deferInLoop() {
	go func() {
		for line := range s.lines { // want `the recover deferred in this loop over s\.lines runs when the function returns, so the first panic ends the worker`
			defer keep()
			s.handle(line)
		}
	}()
}

func (s *server) launcher(f func()) {
	go func() {
		defer keep()
		f()
	}()
}

func (s *server) recoverInLauncher() {
	s.launcher(func() {
		for line := range s.lines { // want `the first panic ends this worker over s\.lines`
			s.handle(line)
		}
	})
}

func (s *server) jobsOfOthers() {
	go func() {
		for j := range s.jobs { // want `this worker over s\.jobs calls j\.run, which was handed in, with no recover around each item`
			j.run()
		}
	}()
}

func (s *server) hooksOfOthers() {
	go func() {
		for line := range s.lines { // want `this worker over s\.lines calls h\.Fire, which was handed in, with no recover around each item`
			for _, h := range s.hooks {
				h.Fire(line)
			}
		}
	}()
}

func (s *server) hooksThroughMethod() {
	go func() {
		for line := range s.lines { // want `this worker over s\.lines calls h\.Fire, which was handed in`
			s.dispatch(line)
		}
	}()
}

func (s *server) dispatch(line string) {
	for _, h := range s.hooks {
		h.Fire(line)
	}
}

func periodic(every time.Duration, task func()) {
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for range t.C { // want `this worker over t\.C calls task, which was handed in`
			task()
		}
	}()
}

func (s *server) handlerField(ctx context.Context) {
	go func() {
		for { // want `this worker over a select calls s\.handler, which was handed in`
			select {
			case <-ctx.Done():
				return
			case line := <-s.lines:
				s.handler(line)
			}
		}
	}()
}

// ---- good ----

func (s *server) recoverPerItem() {
	go func() {
		for line := range s.lines { // ok
			func() {
				defer keep()
				s.handle(line)
			}()
		}
	}()
}

func (s *server) recoverInCallee() {
	go func() {
		for line := range s.lines { // ok
			s.safeHandle(line)
		}
	}()
}

func (s *server) safeHandle(line string) {
	defer keep()
	s.handle(line)
}

func (s *server) both() {
	go func() {
		defer keep()
		for line := range s.lines { // ok
			s.safeHandle(line)
		}
	}()
}

func (s *server) startsAgain() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
				s.startsAgain()
			}
		}()
		for line := range s.lines { // ok
			s.handle(line)
		}
	}()
}

func (s *server) tells() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				s.errs <- nil
			}
		}()
		for line := range s.lines { // ok
			s.handle(line)
		}
	}()
}

func (s *server) harmless() {
	go func() {
		defer keep()
		for line := range s.lines { // ok
			log.Print(line)
		}
	}()
}

func (s *server) bounded(lines []string) {
	go func() {
		defer keep()
		for _, line := range lines { // ok
			s.handle(line)
		}
	}()
}

func (s *server) once() {
	go func() {
		defer keep()
		for { // ok
			s.handle(<-s.lines)
			return
		}
	}()
}

func (s *server) jobsUnderRecover() {
	go func() {
		for j := range s.jobs { // ok
			runSafely(j.run)
		}
	}()
}

func runSafely(f func()) {
	defer keep()
	f()
}

func (s *server) cancelled(ctx context.Context, cancel context.CancelFunc) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				cancel()
			}
		}()
		for line := range s.lines { // ok
			s.handle(line)
		}
	}()
}

func (s *server) supervised() {
	go func() {
		for {
			s.supervisedLoop() // ok: the loop around it starts it again
		}
	}()
}

func (s *server) supervisedLoop() {
	defer keep()
	for line := range s.lines { // ok
		s.handle(line)
	}
}

func (s *server) ownData() {
	go func() {
		for line := range s.lines { // ok: unrecoveredgoroutine's note
			s.handle(line)
		}
	}()
}

func (s *server) ignored() {
	go func() {
		defer keep()
		//race-audit:ignore workerloop the supervisor of the pod restarts us
		for line := range s.lines { // ok
			s.handle(line)
		}
	}()
}

func (s *server) counted() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
				metrics.PanicInc()
			}
		}()
		for line := range s.lines { // ok: a note, for whoever watches the metric learns of it
			s.handle(line)
		}
	}()
}

type gauge interface{ Set(float64) }

func (s *server) samples(g gauge) {
	go func() {
		defer keep()
		for range s.lines { // ok: a note, for a reader sees all that it does
			s.sample(g)
		}
	}()
}

func (s *server) sample(g gauge) { g.Set(float64(len(s.table))) }

type panicker interface{ HandlePanic(string) }

func (s *server) guessed(logger panicker) {
	go func() {
		defer logger.HandlePanic("lines")
		for line := range s.lines { // ok: a note, for HandlePanic may end the process
			s.handle(line)
		}
	}()
}

func (s *server) check(line string) {
	defer keep()
	s.handle(line)
}

func (s *server) probe(line string) {
	if len(line) > 1 {
		s.check(line)
	}
	s.table[0]++
}

func (s *server) partly() {
	go func() {
		defer keep()
		for line := range s.lines { // ok: a note, for the part that is risky recovers further in
			s.probe(line)
		}
	}()
}

func supervise(f func()) {
	go func() {
		defer keep()
		f()
	}()
}

func (s *server) measured() {
	supervise(func() {
		for line := range s.lines { // want `the first panic ends this worker over s\.lines`
			metrics.PanicInc()
			s.handle(line)
		}
	})
}

func (s *server) ends() {
	go func() {
		defer ending.Recover(true)
		for line := range s.lines { // ok: a note, for the recovery may end the process
			s.handle(line)
		}
	}()
}

func superviseAnd(run, restart func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
				restart()
			}
		}()
		run()
	}()
}

func (s *server) restarted() {
	superviseAnd(func() {
		for line := range s.lines { // ok: what to do after a panic is told
			s.handle(line)
		}
	}, s.restarted)
}

type watcher struct{ panicHook func(any) }

func (w *watcher) tell(r any) {
	if w.panicHook != nil {
		w.panicHook(r)
	}
}

func (s *server) hooked(w *watcher) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				w.tell(r)
			}
		}()
		for line := range s.lines { // ok: a note, for a hook is told
			s.handle(line)
		}
	}()
}

func (s *server) launchesHooked() {
	go withRecover(func() {
		for line := range s.lines { // ok: a note, for the launcher tells a handler
			s.handle(line)
		}
	})
}

var panicHandler func(any)

func withRecover(work func()) {
	defer func() {
		handler := panicHandler
		if handler != nil {
			if r := recover(); r != nil {
				handler(r)
			}
		}
	}()
	work()
}

// Run is started by others.
func (s *server) Run(ctx context.Context) {
	defer keep()
	for ctx.Err() == nil { // want `the first panic ends this worker over s\.lines`
		s.handle(<-s.lines)
	}
}

func (s *server) RunJobs() {
	defer keep()
	for j := range s.jobs { // want `the first panic ends this worker over s\.jobs`
		j.run()
	}
}

func (s *server) Supervise() {
	for {
		s.Turn()
	}
}

func (s *server) Turn() {
	defer keep()
	for line := range s.lines { // ok: Supervise calls it again
		s.handle(line)
	}
}

func (s *server) Parse(next func() string) {
	defer keep()
	for { // ok: it waits for nothing
		line := next()
		if line == "" {
			return
		}
		s.handle(line)
	}
}

func (s *server) rows(table string) <-chan string { return s.lines }

func (s *server) watch(table string) <-chan string { return s.lines }

func (s *server) Export() {
	defer keep()
	for line := range s.rows("all") { // ok: it ends with the answer
		s.handle(line)
	}
}

func (s *server) Follow() {
	defer keep()
	for line := range s.watch("all") { // want `the first panic ends this worker over s\.watch\("all"\)`
		s.handle(line)
	}
}

type source interface{ Receive() (string, error) }

// ReceiveAll waits for what is received, as a loop over a channel does.
func (s *server) ReceiveAll(from source) {
	defer keep()
	for { // want `the first panic ends this worker over its work`
		line, err := from.Receive()
		if err != nil {
			return
		}
		s.handle(line)
	}
}

type PanicHandler interface{ HandlePanic(r any) }

func recoverWith(handler PanicHandler) {
	if r := recover(); r != nil {
		handler.HandlePanic(r)
	}
}

func (s *server) withHandler(told PanicHandler) {
	go func() {
		defer recoverWith(told)
		for line := range s.lines { // ok: a note, for a handler is told
			s.handle(line)
		}
	}()
}

func goWith(handler PanicHandler, work func()) {
	go func() {
		defer recoverWith(handler)
		work()
	}()
}

func (s *server) launchedWithHandler(told PanicHandler) {
	goWith(told, func() {
		for line := range s.lines { // ok: a note, for a handler is told
			s.handle(line)
		}
	})
}

func (s *server) countedElsewhere() {
	go func() {
		defer crash.Counted()
		for line := range s.lines { // ok: a note, for a metric counts the panic
			s.handle(line)
		}
	}()
}

func (s *server) grouped(group *crash.Group) {
	group.Go(func() {
		for line := range s.lines { // ok: a note, for the group tells its handler
			s.handle(line)
		}
	})
}

func (s *server) launchedElsewhere() {
	crash.Go(func() {
		for line := range s.lines { // want `recover`
			s.handle(line)
		}
	})
}

func (s *server) batch(lines []string) {
	shared := make(chan string)
	for range 4 {
		go func() {
			for line := range shared { // ok: it ends with the lines
				s.handler(line)
			}
		}()
	}
	for _, line := range lines {
		shared <- line
	}
	close(shared)
}

func (s *server) stream() {
	shared := make(chan string)
	go func() {
		for line := range shared { // want `calls s\.handler, which was handed in`
			s.handler(line)
		}
	}()
	for line := range s.lines {
		shared <- line
	}
	close(shared)
}

func (s *server) turns(lines []string) {
	var next atomic.Int64
	for range 4 {
		go func() {
			for { // ok: it ends with the lines
				i := int(next.Add(1)) - 1
				if i >= len(lines) {
					return
				}
				s.handler(lines[i])
			}
		}()
	}
}

func (s *server) answerWatch(w http.ResponseWriter, r *http.Request) { s.startWatch() }

func (s *server) startWatch() {
	go func() {
		defer func() { log.Print(recover()) }()
		for line := range s.lines { // ok: it serves one request
			s.handle(line)
		}
	}()
}

func (s *server) download(fetch func(chan<- string)) {
	progress := make(chan string)
	go func() {
		for line := range progress { // ok: it ends with the download
			s.handler(line)
		}
	}()
	fetch(progress)
	close(progress)
}

func (s *server) served() {
	progress := make(chan string)
	go func() {
		for line := range progress { // want `calls s\.handler, which was handed in`
			s.handler(line)
		}
	}()
	s.ServeFeed(progress)
	close(progress)
}

func (s *server) ServeFeed(to chan<- string) { to <- "x" }
