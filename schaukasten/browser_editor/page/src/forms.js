/** The configuration of all forms → what a file is in its form: its shape, the names of its keys. */

/** Return by each key of the file at a path the label of its field. */
export function labelsAt(path, { cms }) {
  const labels = {};
  const add = (field) => {
    labels[field.name] ??= field.label;
    for (const inner of [...(field.fields ?? []), ...(field.field ? [field.field] : [])])
      add(inner);
  };
  holderOf(path, cms)?.fields.forEach(add);
  return labels;
}

/** Return the shape of the file at a path, which may be one to be; undefined where it has no form. */
export function shapeAt(path, { cms, shapes }) {
  return shapes[holderOf(path, cms)?.format];
}

/** Return what the form of the file at a path calls the field at `keys`, from the outermost to it. */
export function labelOf(path, keys, { cms }) {
  const labels = [];
  let fields = holderOf(path, cms)?.fields ?? [];
  for (const key of keys) {
    const field = fields.find((one) => one.name === key);
    if (field) labels.push(field.label);
    // The second entry of a list.
    else if (typeof key === "number") labels.push(`${labels.pop()} ${key + 1}`);
    fields = field ? (field.fields ?? field.field?.fields ?? []) : fields;
  }
  return labels.join(" › ");
}

/** Return which file the form shows that is open now; null where it is none that lies there. */
export function openFile() {
  const found = /^#\/collections\/([^/]+)\/entries\/([^?]+)/.exec(
    decodeURIComponent(location.hash),
  );
  if (!found) return null;
  const [, folder, name] = found;
  return `content/${folder}/${name}.${folder === "data" ? "yaml" : "md"}`;
}

function holderOf(path, cms) {
  return cms.collections
    .flatMap((collection) => collection.files ?? [collection])
    .find(({ file, folder }) => file === path || path.startsWith(`${folder}/`));
}
