module example.com/logserver

go 1.24
