// Package station is built on links.
package station

import "example.com/shop/link"

// Station counts what arrives.
type Station struct {
	link    *link.Link
	arrived map[string]int
	part    part
}

type part struct{ tuner *Tuner }

// Tuner is a part of a station that others can see.
type Tuner struct{ OnTune func(int) }

// New makes a station that tells onClose of its end.
func New(onClose func(error)) *Station {
	s := &Station{arrived: map[string]int{}}
	s.link = link.New(s.lost)
	s.link.OnFrame = func(f link.Frame) { s.arrived[string(f.Data)]++ }
	s.link.OnClose = func(err error) { onClose(err) }
	s.part.tuner.OnTune = func(to int) { s.arrived["tuned"] = to }
	return s
}

func (s *Station) lost(f link.Frame) { s.arrived[string(f.Data)]-- }

// Tune hands over to a field of a part, which the station sets itself.
//
//label:note
func (t *Tuner) Tune(to int) {
	go func() {
		t.OnTune(to)
	}()
}
