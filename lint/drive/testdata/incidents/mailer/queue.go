package mailer

// startAll is the pool.
func startAll(qs []*Queue) {
	for _, q := range qs {
		go q.Work()
		go q.RetryWork()
	}
}
