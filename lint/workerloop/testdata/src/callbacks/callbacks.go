// Package callbacks has workers that recover nothing and call what was handed in.
package callbacks

import (
	"log"
	"time"
)

type entry struct{ text string }

type plugin func(entry)

type hooks struct {
	entries chan entry
	stop    chan struct{}
	plugins []plugin
}

func (h *hooks) badRange() {
	go func() {
		for e := range h.entries { // want `this worker over h\.entries calls plugin, which was handed in, with no recover around each item`
			for _, plugin := range h.plugins {
				plugin(e)
			}
		}
	}()
}

func (h *hooks) badNamed() { go h.work() }

func (h *hooks) work() {
	for e := range h.entries { // want `this worker over h\.entries calls p, which was handed in`
		for _, p := range h.plugins {
			p(e)
		}
	}
}

func (h *hooks) badSelect() {
	go func() {
		for { // want `this worker over a select calls h\.plugins\[0\], which was handed in`
			select {
			case e := <-h.entries:
				h.plugins[0](e)
			case <-h.stop:
				return
			}
		}
	}()
}

func (h *hooks) badTicks(every time.Duration, job func()) {
	go func() {
		ticker := time.NewTicker(every)
		for { // want `this worker over a select calls job, which was handed in`
			select {
			case <-ticker.C:
				job()
			case <-h.stop:
				return
			}
		}
	}()
}

func (h *hooks) goodEach() {
	go func() {
		for e := range h.entries { // ok
			for _, plugin := range h.plugins {
				guarded(plugin, e)
			}
		}
	}()
}

func guarded(plugin plugin, e entry) {
	defer func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	plugin(e)
}

// goodSession is one of many, each for a connection.
type session struct {
	in      chan entry
	handler plugin
}

func (s *session) goodServe() {
	go func() {
		for e := range s.in { // ok
			s.handler(e)
		}
	}()
}

func (h *hooks) goodOwn() {
	go func() {
		for e := range h.entries { // ok: nobody else's code
			log.Print(e.text)
		}
	}()
}

type master struct {
	stop    chan int
	pending int
}

func (m *master) run() { go m.loop() }

func (m *master) loop() { // ok: the recover is for the send, and Close ends the loop
	defer func() {
		if r := recover(); r != nil {
			println("closed")
		}
	}()
	for {
		if m.pending > 0 {
			m.stop <- 1
		}
	}
}

func (m *master) Close() { close(m.stop) }

// What ends the worker is done once.
func (h *hooks) okAtTheEnd() {
	go func() {
		for {
			select {
			case e := <-h.entries:
				log.Print(e.text)
			case <-h.stop:
				h.plugins[0](entry{"end"})
				return
			}
		}
	}()
}

// Serve is started by others.
func (h *hooks) Serve() {
	for e := range h.entries { // want `this worker over h\.entries calls p, which was handed in, with no recover around each item`
		for _, p := range h.plugins {
			p(e)
		}
	}
}

func (h *hooks) drain() {
	for e := range h.entries { // want `this worker over h\.entries calls p, which was handed in`
		for _, p := range h.plugins {
			p(e)
		}
	}
}

// Drain is started by others.
func (h *hooks) Drain() { h.drain() }

func (h *hooks) ServeOrEnd() {
	defer func() {
		if r := recover(); r != nil {
			println("ended")
			panic(r)
		}
	}()
	for e := range h.entries { // ok: it says that the panic is to end the process
		for _, p := range h.plugins {
			p(e)
		}
	}
}

// Repeat is given what to do by whoever waits for it.
func Repeat(every time.Duration, job func()) {
	for range time.Tick(every) { // ok
		job()
	}
}
