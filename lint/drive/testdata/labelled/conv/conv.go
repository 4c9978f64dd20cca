// Package conv departs from its own convention.
package conv

import (
	"log"
	"sync"
	"time"

	"example.com/shop/safego"
)

type batch struct {
	rows  [][]string
	sizes map[string]int
}

type Store struct {
	pending []*batch
	index   map[string]*batch
	mu      sync.Mutex
}

func (s *Store) write(b *batch) {
	for _, row := range b.rows {
		s.index[row[0]] = b
	}
}

func (s *Store) compact() {
	for _, b := range s.pending {
		b.sizes[b.rows[0][0]] /= len(b.rows)
	}
}

//label:good
func (s *Store) FlushSafe(b *batch) { safego.Go("flush", func() { s.write(b) }) }

//label:good
func (s *Store) CompactSafe() { safego.Go("compact", s.compact) }

//label:good
func (s *Store) WrapSafe(b *batch) { go safego.Wrap("flush", func() { s.write(b) })() }

//label:good
func (s *Store) DeferSafe(b *batch) {
	go func() {
		defer safego.Recover("flush")
		s.write(b)
	}()
}

//label:good
func (s *Store) RunSafe(b *batch) {
	go safego.Run("flush", func() { s.write(b) })
}

//label:good
func (s *Store) EachSafe(all []*batch) { safego.Each(all, s.write) }

//label:good
func (s *Store) CatcherSafe(all []*batch) {
	var c safego.Catcher
	for _, b := range all {
		c.Go(func() { s.write(b) })
	}
	c.Wait()
}

//label:bad unrecoveredgoroutine
func (s *Store) FlushBare(b *batch) { go s.write(b) }

//label:bad unrecoveredgoroutine
func (s *Store) CompactBare() {
	go func() {
		s.compact()
		log.Println("compacted")
	}()
}

//label:bad unrecoveredgoroutine
func (s *Store) TimerBare() { time.AfterFunc(time.Minute, s.compact) }

//label:bad unrecoveredgoroutine
func (s *Store) GroupBare(all []*batch) {
	var wg sync.WaitGroup
	for _, b := range all {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.write(b)
		}()
	}
	wg.Wait()
}

//label:bad recovermisuse
func (s *Store) TooDeep(b *batch) {
	go func() {
		defer func() { safego.Recover("flush") }()
		s.write(b)
	}()
}
