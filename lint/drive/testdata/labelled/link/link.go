// Package link carries frames; another package of the module uses it.
package link

// Frame is carried.
type Frame struct{ Data []byte }

// Link carries frames.
type Link struct {
	OnFrame func(Frame)
	OnClose func(error)

	onLoss func(Frame)
}

// New makes a link whose losses are told to onLoss.
func New(onLoss func(Frame)) *Link { return &Link{onLoss: onLoss} }

// Arrived hands over to the field that the module's own station sets.
//
//label:note
func (l *Link) Arrived(f Frame) {
	go func() {
		l.OnFrame(f)
	}()
}

// Lost hands over to the parameter that the module's own station gives.
//
//label:note
func (l *Link) Lost(f Frame) {
	go l.onLoss(f)
}

// Closed hands over to a field that only others set.
//
//label:bad unrecoveredgoroutine
func (l *Link) Closed(err error) {
	go func() {
		l.OnClose(err)
	}()
}
