// Package checkwait stops what runs, and looks without a lock whether it does.
package checkwait

// Cron runs until it is stopped.
type Cron struct {
	running bool
	stop    chan struct{}
}

// New makes one.
func New() *Cron { return &Cron{stop: make(chan struct{})} }

// Run runs it.
func (c *Cron) Run() {
	if c.running {
		return
	}
	c.running = true
	<-c.stop
}

// Stop stops it where it runs.
func (c *Cron) Stop() bool {
	if c.running {
		c.stop <- struct{}{}
		c.running = false
		return true
	}
	return false
}
