/** What the page does: filters, copies, unfolds what a link or the printer asks for. Plain JavaScript for a browser. */
export const script = `"use strict";
const form = document.getElementById("filter");
const findings = [...document.querySelectorAll(".finding")];
const words = new Map(findings.map((one) => [one, one.textContent.toLowerCase()]));
function filter() {
	const wanted = Object.fromEntries(new FormData(form));
	const text = wanted.text.trim().toLowerCase();
	let shown = 0;
	for (const one of findings) {
		const fits = ["state", "section", "package"].every((key) => wanted[key] === "" || one.dataset[key] === wanted[key]);
		one.hidden = !(fits && words.get(one).includes(text));
		if (!one.hidden) shown += 1;
	}
	document.getElementById("none").hidden = shown > 0;
	form.querySelector("output").textContent = document.body.dataset.shown
		.replace("{shown}", shown)
		.replace("{all}", findings.length);
}
if (form) {
	form.addEventListener("input", filter);
	form.addEventListener("submit", (event) => event.preventDefault());
	filter();
}
document.addEventListener("click", async (event) => {
	const button = event.target.closest("[data-copy]");
	if (!button) return;
	const code = button.parentElement.querySelector("pre");
	try {
		await navigator.clipboard.writeText(code.textContent);
	} catch {
		const range = document.createRange();
		range.selectNodeContents(code);
		getSelection().removeAllRanges();
		getSelection().addRange(range);
		document.execCommand("copy");
	}
	const before = button.textContent;
	button.textContent = document.body.dataset.copied;
	setTimeout(() => (button.textContent = before), 1500);
});
for (const one of document.querySelectorAll("pre, .picture")) one.tabIndex = 0;
function unfold() {
	const target = location.hash.startsWith("#f-") ? document.getElementById(location.hash.slice(1)) : null;
	if (target) target.open = true;
}
addEventListener("hashchange", unfold);
unfold();
addEventListener("beforeprint", () => findings.forEach((one) => (one.open = true)));
`;
