/** The fields of all forms → what each key is called in them. */
export function labelsOf(collections) {
  const labels = {};
  const add = (field) => {
    labels[field.name] ??= field.label;
    for (const inner of [...(field.fields ?? []), ...(field.field ? [field.field] : [])])
      add(inner);
  };
  for (const { fields = [], files = [] } of collections) {
    fields.forEach(add);
    files.flatMap((file) => file.fields).forEach(add);
  }
  return labels;
}
