import { createReadStream } from "node:fs";
import { createOutputReader } from "#parse/output-reader.ts";

let incidents = 0;
const reader = createOutputReader((event) => {
	if (event.type === "incident") incidents++;
});
for await (const chunk of createReadStream(process.argv[2] ?? "", { highWaterMark: 1 << 18 }))
	reader.push(chunk);
reader.end();
console.log(`${incidents} incidents`);
