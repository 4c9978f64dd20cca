module example.com/shop

go 1.25

require (
	example.org/crash v0.1.0
	golang.org/x/sync v0.12.0
)
