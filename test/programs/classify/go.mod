module example.com/classify

go 1.24

require example.org/broker v0.0.0

replace example.org/broker => ./vendored/broker
