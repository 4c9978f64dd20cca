package recovergo

import "log"

// Start runs a job beside the caller.
func Start(job func()) {
	go func() {
		log.Print("job starts")
		job()
	}()
}

// Guard runs a job and keeps its panic.
func Guard(job func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		job()
	}()
}
