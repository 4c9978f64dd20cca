package fixes

import "log"

var list []int

func f() {
	defer recover() // want `recovers nothing`
	log.Print(list[0])
}
