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

function holderOf(path, cms) {
  return cms.collections
    .flatMap((collection) => collection.files ?? [collection])
    .find(({ file, folder }) => file === path || path.startsWith(`${folder}/`));
}
