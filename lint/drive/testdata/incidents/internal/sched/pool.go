package sched

func (s *Scheduler) pool(n int) {
	for range n {
		s.wg.Add(1)
		go s.runner()
	}
}
