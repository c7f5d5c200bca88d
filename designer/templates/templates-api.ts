/** What the screens of templates ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Saved,
  Template as TemplateAnswer,
  TemplateChanged,
  TemplateKept,
  TemplateWhole,
} from '../../contract/api/definitions.ts';
import { ask, send } from '../app/api.ts';

export type Template = z.output<typeof TemplateAnswer>;

const at = (id: string): string => `/templates/${encodeURIComponent(id)}`;

export const templatesQuery = queryOptions({
  queryKey: ['definitions', 'templates'],
  queryFn: async ({ signal }) => (await ask<{ items: Template[] }>('/templates', { signal })).items,
});
export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ['definitions', 'templates', id],
    queryFn: ({ signal }) => ask<z.output<typeof TemplateWhole>>(at(id), { signal }),
    retry: false,
  });

export const createFrom = (template: string, id: string) =>
  send<z.output<typeof Saved>>('/definitions', { template, id });
export const keepTemplate = (process: string, kept: z.input<typeof TemplateKept>) =>
  send<Template>(`/definitions/${encodeURIComponent(process)}/templates`, kept);
export const changeTemplate = (id: string, changed: z.input<typeof TemplateChanged>) =>
  ask<Template>(at(id), { method: 'PUT', body: changed });
/** Where a template is removed. */
export const templateAt = at;
/** Where a template is looked at. */
export const previewOf = (id: string): string => `/templates/${encodeURIComponent(id)}`;
