// package.json
var name = "go-race-audit";
var version = "0.0.1";
export { version as n, name as t };
