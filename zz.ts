import { modelOf } from './core/check/index.ts';
import { explore } from './core/explore/index.ts';
import { examplesIn, pages, morePages, stageOfExample } from './tests/docs/support/examples.ts';
for (const page of [...pages, ...morePages]) for (const { title, example } of examplesIn(page)) {
  const stage = stageOfExample(page, example);
  for (const [id, d] of stage.definitions) { if (d.elements.length === 0) continue; const t = performance.now(); let r; try { r = explore(modelOf(d)); } catch (e) { console.log(page, title, 'THROWN', (e as Error).message); continue; } const ms = performance.now()-t; if (ms > 1000) console.log('slow', page, title, ms.toFixed(0), r.states); for (const f of r.findings) console.log(page, '|', title, '|', id, '|', f.severity, f.rule, f.element, (f.message as any).en, JSON.stringify(f.story ?? null)); }
}
