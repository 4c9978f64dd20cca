package structloop

// Ticker works in the background.
type Ticker struct {
	count int
	quit  chan struct{}
	ticks chan int
}

// New starts it.
func New(ticks chan int) *Ticker {
	t := &Ticker{quit: make(chan struct{}), ticks: ticks}
	go t.loop()
	return t
}

func (t *Ticker) loop() {
	for {
		select {
		case n := <-t.ticks:
			t.count += n
		case <-t.quit:
			return
		}
	}
}

// Count reads.
func (t *Ticker) Count() int { return t.count }

// Close stops it.
func (t *Ticker) Close() { close(t.quit) }
