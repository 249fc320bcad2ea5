// Jobs for the browser editor's file format, one a line → one answer a line.
//
// In: {"do": "read" | "write", "text", "shape", "form"?, "onto"?}. Out: {"given": form or text}, or
// {"refused": its class, "reason", "line", "fields", "says"}.

import { createInterface } from "node:readline";
import { read, write } from "../../schaukasten/browser_editor/page/src/format/format.js";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))));
}

function answer(job) {
  try {
    if (job.do === "read") return { given: read(job.text, job.shape) };
    return { given: write(job.text, job.shape, job.form, job.onto) };
  } catch (error) {
    const { name: refused, reason, line, fields, message: says } = error;
    return { refused, reason, line, fields, says };
  }
}
