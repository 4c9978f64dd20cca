// Package scheduled has its jobs recovered by an option of the scheduler.
package scheduled

import "github.com/robfig/cron/v3"

// Hourly runs what it is given.
func Hourly(hook func()) {
	c := cron.New(cron.WithChain(cron.Recover()))
	_, _ = c.AddFunc("@hourly", func() { hook() })
}
