/** The look of the page, light and dark, on screen and on paper. */
export const style = `
:root { color-scheme: light dark;
	--page: light-dark(#ffffff, #0d1117); --panel: light-dark(#f6f8fa, #161b22); --line: light-dark(#d1d9e0, #30363d);
	--ink: light-dark(#1f2328, #e6edf3); --quiet: light-dark(#59636e, #9198a1); --link: light-dark(#0550ae, #79c0ff);
	--red: light-dark(#b31d28, #ff938a); --amber: light-dark(#7a4d00, #e3b341); --green: light-dark(#116329, #56d364);
	--redback: light-dark(#ffebe9, #3c1618); --amberback: light-dark(#fff8c5, #3a2d0b); --greenback: light-dark(#dafbe1, #12331c);
	--mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 75rem; background: var(--page); color: var(--ink);
	font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; margin: 1.5rem 0 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: .8rem; margin: 1.2rem 0 .4rem; color: var(--quiet); text-transform: uppercase; letter-spacing: .04em; }
h4 { font-size: .95rem; margin: 0 0 .4rem; }
p { margin: .3rem 0; } a { color: var(--link); }
code, pre, .at, .place, .stack, .evidence span { font-family: var(--mono); font-size: .86em; }
code { background: var(--panel); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; margin: .3rem 0; padding: .5rem .7rem; overflow-x: auto; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .5rem; }
header p, footer, .place, .fingerprint, .related { color: var(--quiet); }
.cards { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; margin: 1rem 0; }
.cards li { border: 1px solid var(--line); border-top: 3px solid var(--quiet); border-radius: 6px; padding: .4rem .9rem; min-width: 7rem; }
.cards b { display: block; font-size: 1.5rem; line-height: 1.2; }
.cards .new:not(.zero) { border-top-color: var(--red); } .cards .gaps:not(.zero) { border-top-color: var(--amber); } .cards .absent:not(.zero) { border-top-color: var(--green); }
#filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; background: var(--page); padding: .7rem 0; border-bottom: 1px solid var(--line); }
#filter label { display: grid; font-size: .8rem; color: var(--quiet); min-width: 0; }
#filter input, #filter select { font: inherit; font-size: .9rem; padding: .3rem .5rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--page); color: var(--ink); max-width: 17rem; }
#filter output { margin-left: auto; color: var(--quiet); font-size: .9rem; }
.finding { border: 1px solid var(--line); border-radius: 8px; margin: .7rem 0; scroll-margin-top: 5rem; }
.finding summary { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .7rem; align-items: baseline; padding: .6rem .9rem; cursor: pointer; list-style: none; }
.finding summary::-webkit-details-marker { display: none; }
.finding[open] summary { border-bottom: 1px solid var(--line); background: var(--panel); border-radius: 8px 8px 0 0; }
.finding summary code { background: none; padding: 0; }
.title { font-weight: 600; } .place { grid-column: 2 / 4; overflow-wrap: anywhere; }
.dot { width: .7rem; height: .7rem; border-radius: 50%; background: var(--quiet); align-self: center; }
.dot.error { background: var(--red); } .dot.warning { background: var(--amber); border-radius: 2px; }
.state { font-size: .8rem; border-radius: 1rem; padding: .05rem .6rem; border: 1px solid var(--line); color: var(--quiet); white-space: nowrap; }
.state.new { color: var(--red); background: var(--redback); border-color: transparent; } .state.absent { color: var(--green); background: var(--greenback); border-color: transparent; }
.body { padding: .7rem .9rem 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: .5rem 0; color: var(--quiet); font-size: .9rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: .8rem; }
.side { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; min-width: 0; }
.at, .start { margin: .5rem 0 .1rem; color: var(--quiet); font-size: .86em; }
pre i { display: inline-block; min-width: 2.4em; color: var(--quiet); font-style: normal; user-select: none; }
pre mark { display: block; margin: 0 -.7rem; padding: 0 .7rem; background: var(--redback); color: inherit; } pre mark i { color: var(--ink); }
.stack { list-style: none; margin: .3rem 0; padding: 0; } .stack li { overflow-wrap: anywhere; padding: .05rem 0; }
.stack b { font-weight: 600; } .stack span, .stack .hidden, .evidence span { color: var(--quiet); } .stack .common b { font-weight: 400; color: var(--quiet); }
.picture { overflow-x: auto; }
svg.race { max-width: none; } svg text { font: 12px var(--mono); text-anchor: middle; fill: var(--ink); }
svg rect { fill: var(--panel); stroke: var(--line); } svg rect:not(.note) { y: 1px; height: 38px; rx: 6px; } svg .life { stroke: var(--line); stroke-dasharray: 3 3; } svg path { fill: none; stroke: var(--ink); stroke-width: 1.4; }
svg rect.memory { stroke: var(--red); } svg path.start { stroke: var(--quiet); stroke-dasharray: 5 3; } svg text.start { fill: var(--quiet); }
svg path.write { stroke: var(--red); stroke-width: 2; } svg text.write { fill: var(--red); } svg path.read { stroke: var(--link); stroke-width: 2; } svg text.read { fill: var(--link); }
svg rect.note { height: 26px; rx: 4px; fill: var(--redback); stroke: var(--red); stroke-dasharray: 4 3; } svg text.note { fill: var(--red); }
.patch { tab-size: 4; } .patch span:not(.hunk) { display: inline-block; } .patch del, .patch ins { display: block; text-decoration: none; margin: 0 -.7rem; padding: 0 .7rem; } .patch del { background: var(--redback); } .patch ins { background: var(--greenback); } .hunk { color: var(--quiet); }
.command { display: flex; gap: .5rem; align-items: start; } .command pre { flex: 1; min-width: 0; }
button { font: inherit; font-size: .85rem; margin: .3rem 0; padding: .45rem .8rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--panel); color: var(--ink); cursor: pointer; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .6rem; list-style: none; padding: 0; }
.tile { border: 1px solid var(--amber); background: var(--amberback); border-radius: 6px; padding: .5rem .8rem; overflow-wrap: anywhere; } .tile.fine { border-color: var(--line); background: var(--greenback); }
.tile b { display: block; } .tile ul { padding-left: 1.1rem; margin: .3rem 0 0; font-size: .86em; } .tile code { background: none; padding: 0; }
meter { width: 100%; height: .8rem; }
@media print { #filter, .skip, [data-copy] { display: none; } body { max-width: none; font-size: 10pt; } .finding { break-inside: avoid-page; } pre { white-space: pre-wrap; } }
`;
