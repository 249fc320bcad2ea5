import * as CMS from '@sveltia/cms';
const configuration = await (await fetch('konfiguration.json')).json();
for (const [name, shape] of Object.entries(configuration.shapes)) {
  CMS.registerCustomFormat(name, shape.layout === 'yaml' ? 'yaml' : 'md', {
    fromFile: (text, path) => { console.log('read', path); return { title: path, body: text }; },
    toFile: (data) => JSON.stringify(data),
  });
}
await CMS.init({ config: configuration.cms });
