package ingest

import "time"

func (s *Spool) open() {
	go s.flushEvery(time.Second)
}

func (j *Journal) open() {
	go j.syncEvery(time.Second)
}
