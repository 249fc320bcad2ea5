/** YAML nodes and a shape → the data as a form shows it; where in the source a node lies. */

import { isMap, isScalar, isSeq } from "yaml";
import { chosen, factKeys } from "./normal.js";
import { Unreadable } from "./refusals.js";

const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const EMPTY = {
  list: () => [],
  mapping: () => ({}),
  value: () => "",
  words: () => "",
  choice: () => "",
  date: () => "",
};

/** What a form shows of a node; keys that are not in the file are as usual, or not in the form. */
export function formOf(source, node, shape, path = [], isInFact = false) {
  const refuse = () => {
    throw new Unreadable("structure", source.lineOf(node.range[0]), path);
  };
  if (shape.type === "fact") {
    if (isFull(node, shape)) {
      const facts = keysForm(source, node, factKeys(shape), path, true);
      return { value: emptyOf(shape.of), source: "", confirmed: "", ...facts };
    }
    return { value: formOf(source, node, shape.of, path, true), source: "", confirmed: "" };
  }
  if (isNull(node) || isAnswer(node, shape, isInFact)) return emptyOf(shape);
  switch (shape.type) {
    case "list": {
      const nodes = isSeq(node) ? node.items : [node];
      return nodes.map((one, index) => entryForm(source, one, shape, [...path, index]));
    }
    case "mapping":
      if (isBare(node, shape)) return { [shape.short]: textOf(node) };
      return isMap(node) ? keysForm(source, node, shape.keys, path) : refuse();
    case "words":
      if (isSeq(node) && node.items.every(isScalar)) return node.items.map(textOf).join(", ");
      break;
    case "choice":
      if (isScalar(node)) return chosen(shape, textOf(node));
  }
  return isScalar(node) ? textOf(node) : refuse();
}

/** What a form shows of an entry of a list. */
export function entryForm(source, node, shape, path) {
  if (shape.short && isNull(node)) return {};
  if (isBare(node, shape)) return { [shape.short]: textOf(node) };
  return formOf(source, node, shape.of, path);
}

/** Whether a value stands where keys could, for one of them. */
export function isBare(node, shape) {
  return Boolean(shape.short) && isScalar(node) && !isNull(node);
}

/** What a form shows of what stands at a key; `owner` is the shape of all keys there. */
export function partForm(source, node, shape, owner) {
  return formOf(source, node, shape, [], owner.type === "fact");
}

/** Whether a fact is written with its parts, and not as the value alone. */
export function isFull(node, shape) {
  if (!isMap(node)) return false;
  const has = (key) => pairOf(node, key) !== undefined;
  const ownKeys = shape.of.type === "mapping" ? shape.of.keys : {};
  return has("value") || has("confirmed") || (has("source") && !("source" in ownKeys));
}

export function isNull(node) {
  return !node || (isScalar(node) && node.type === "PLAIN" && NULLS.has(node.source ?? ""));
}

/** Whether nothing stands where the value should be. */
export function isNothing(node) {
  return !node || (isScalar(node) && node.type === "PLAIN" && !node.source);
}

/**
 * Whether words stand where keys could: `register: keine`, `numbers: keine`. No form shows them,
 * and they stay until it is filled in.
 */
export function isAnswer(node, shape, isInFact = true) {
  if (!isScalar(node) || isNull(node) || shape.short) return false;
  return shape.type === "list" ? isKeyed(shape.of) : isInFact && isKeyed(shape);
}

function isKeyed(shape) {
  return shape.type === "mapping" || (shape.type === "fact" && isKeyed(shape.of));
}

export function pairOf(node, key) {
  return node.items.find((pair) => keyOf(pair) === key);
}

export function keyOf(pair) {
  return pair.key.value;
}

function textOf(node) {
  return isNull(node) ? "" : node.value;
}

function emptyOf(shape) {
  if (shape.type === "fact") return { value: emptyOf(shape.of), source: "", confirmed: "" };
  return EMPTY[shape.type]();
}

function keysForm(source, node, shapes, path, isInFact = false) {
  const form = {};
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (!isScalar(pair.key)) {
      throw new Unreadable("structure", source.lineOf(pair.key.range[0]), path);
    }
    if (Object.hasOwn(shapes, key)) {
      form[key] = pair.value
        ? formOf(source, pair.value, shapes[key], [...path, key], isInFact)
        : emptyOf(shapes[key]);
    }
  }
  for (const [key, { default: usual }] of Object.entries(shapes)) {
    if (usual !== undefined && !Object.hasOwn(form, key)) form[key] = usual;
  }
  return form;
}
