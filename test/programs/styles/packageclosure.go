package styles

var count int

var OnEvent = func() { count++ }
