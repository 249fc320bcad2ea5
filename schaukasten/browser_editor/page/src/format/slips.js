/** What YAML takes and our own reader refuses, since nobody can have meant it: as `yaml_lost.py` does. */

import { isCollection, isScalar } from "yaml";
import { DASH } from "./scalars.js";
import { UNPRINTABLE } from "./spaces.js";

const ESCAPE = /\\[0abefnrtvNLP]/;

/** Return what is refused of a source, each as it is written. */
export function slips(source) {
  const found = [...source.original.replace(/\r/g, "").matchAll(UNPRINTABLE)].map(([sign]) => sign);
  const visit = (node) => {
    if (isScalar(node) && isSlip(source, node)) found.push(source.slice(...node.range));
    if (isCollection(node)) node.items.forEach((one) => visit(one?.key ? one.value : one));
  };
  visit(source.root);
  return found;
}

function isSlip(source, node) {
  const [start, end] = node.range;
  const text = source.slice(start, end);
  if (node.type === "QUOTE_DOUBLE") return !text.includes("\n") && ESCAPE.test(text);
  const isFirst = !source.slice(source.startOfLine(start), start).trim();
  return node.type === "PLAIN" && isFirst && DASH.test(text);
}
