package startstop

// Service runs in the background.
type Service struct {
	quit    chan struct{}
	running bool
}

// Start runs it.
func (s *Service) Start() {
	s.quit = make(chan struct{})
	go func() {
		s.running = true
		<-s.quit
		s.running = false
	}()
}

// Stop ends it.
func (s *Service) Stop() { close(s.quit) }

// Running tells.
func (s *Service) Running() bool { return s.running }
