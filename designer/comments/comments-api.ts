/** What the screens of comments ask of the server. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { Comment as CommentAnswer } from '../../contract/api/definitions.ts';
import { ask, send } from '../app/api.ts';
import { useMay } from '../app/session.ts';

export type Comment = z.output<typeof CommentAnswer>;

export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['definitions', id, 'comments'],
    queryFn: async ({ signal }) =>
      (await ask<{ items: Comment[] }>(`/definitions/${id}/comments`, { signal })).items,
  });

interface NewComment {
  text: string;
  element?: string | undefined;
  answers?: string | undefined;
  mentions: string[];
}
export const addComment = (id: string, comment: NewComment) =>
  send<Comment>(`/definitions/${id}/comments`, comment);
export const resolveComment = (id: string, comment: string) =>
  send<Comment>(`/definitions/${id}/comments/${comment}/resolve`);
export const reopenComment = (id: string, comment: string) =>
  send<Comment>(`/definitions/${id}/comments/${comment}/reopen`);

export interface CommentsHere {
  all: readonly Comment[];
  /** Open ones per element; answers are part of what they answer. */
  open: ReadonlyMap<string, number>;
  openCount: number;
}

export function useComments(id: string): CommentsHere {
  const may = useMay()('comment.read');
  const { data } = useQuery({ ...commentsQuery(id), enabled: may });
  return useMemo(() => {
    const all = data ?? [];
    const open = new Map<string, number>();
    const first = all.filter(({ answers, resolvedAt }) => answers === undefined && resolvedAt === undefined);
    for (const { element } of first)
      if (element !== undefined) open.set(element, (open.get(element) ?? 0) + 1);
    return { all, open, openCount: first.length };
  }, [data]);
}
