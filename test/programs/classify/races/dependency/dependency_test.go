// Package dependency (R24): the race lies in another module.
package dependency

import (
	"testing"

	"example.org/broker"
)

func TestDependency(t *testing.T) {
	broker.Start().Stop()
}
