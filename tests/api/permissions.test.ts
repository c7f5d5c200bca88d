/** Holds that every route is in the table of permissions, and that the table says what it should to each role. */
import { describe, expect, test } from 'vitest';
import { may, permissions, ROLES, routes } from '../../api/index.ts';
import { actionOf } from '../../api/permissions.ts';
import { Act } from '../../contract/index.ts';

describe('permissions', () => {
  test('every route needs an action that the table has', () => {
    const without = routes.filter(({ action }) => !Object.hasOwn(permissions, action));

    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('every action of the table is needed by a route, an act or the stream', () => {
    const needed = new Set<string>([
      ...routes.map(({ action }) => action),
      ...Object.values(actionOf),
      'stream.read',
    ]);

    expect(Object.keys(permissions).filter((action) => !needed.has(action))).toEqual([]);
  });

  test('every act of the engine needs an action', () => {
    const types = Act.options.map((option) => option.shape.type.value);

    expect(types.filter((type) => !Object.hasOwn(actionOf, type))).toEqual([]);
  });

  test('a role that is not in the table may do nothing', () => {
    const allowed = Object.keys(permissions).filter((action) =>
      may('passer-by', action as keyof typeof permissions),
    );

    expect(allowed).toEqual([]);
  });

  test('the whole table, as it was decided', () => {
    const rows = Object.keys(permissions).map(
      (action) =>
        `${action}: ${ROLES.filter((role) => may(role, action as keyof typeof permissions)).join(' ')}`,
    );

    expect(rows).toMatchInlineSnapshot(`
      [
        "session.open: coordinator supporter manager administrator system",
        "session.read: coordinator supporter manager administrator system",
        "session.end: coordinator supporter manager administrator system",
        "password.change: coordinator supporter manager administrator system",
        "account.read: administrator",
        "account.write: administrator",
        "look.read: coordinator supporter manager administrator system",
        "look.write: administrator",
        "definition.read: coordinator supporter manager administrator system",
        "definition.write: coordinator manager administrator",
        "definition.publish: coordinator manager administrator",
        "publishing.write: manager administrator",
        "template.write: coordinator manager administrator",
        "sharing.read: coordinator manager administrator",
        "sharing.write: coordinator manager administrator",
        "comment.read: coordinator supporter manager administrator",
        "comment.write: coordinator supporter manager administrator",
        "initiative.read: coordinator supporter manager administrator",
        "initiative.register: coordinator supporter manager system",
        "initiative.act: coordinator supporter manager",
        "initiative.stop: coordinator manager",
        "initiative.erase: manager administrator",
        "instance.read: coordinator supporter manager administrator",
        "instance.start: coordinator supporter manager system",
        "instance.act: coordinator supporter manager",
        "instance.repair: coordinator manager administrator",
        "instance.message: coordinator supporter manager system",
        "event.send: coordinator manager administrator system",
        "secret.read: coordinator manager administrator",
        "secret.write: administrator",
        "token.read: administrator",
        "token.write: administrator",
        "audit.read: manager administrator",
        "task.read: coordinator supporter manager administrator",
        "task.act: coordinator supporter manager",
        "commitment.read: coordinator supporter manager administrator",
        "commitment.act: coordinator supporter manager",
        "raised.read: coordinator supporter manager administrator",
        "message.read: coordinator supporter manager",
        "figure.read: coordinator supporter manager administrator system",
        "report.read: coordinator supporter manager administrator",
        "person.erase: administrator",
        "absence.own: coordinator supporter manager administrator",
        "absence.write: coordinator manager administrator",
        "person.read: coordinator supporter manager administrator",
        "link.revoke: coordinator supporter manager",
        "capacity.read: coordinator supporter manager administrator system",
        "capacity.write: manager administrator",
        "world.read: coordinator supporter manager administrator",
        "world.write: coordinator supporter manager administrator",
        "stream.read: coordinator supporter manager administrator",
      ]
    `);
  });

  test('no two routes have the same name, or the same method and path', () => {
    const names = routes.map(({ id }) => id);
    const places = routes.map(({ method, path }) => `${method} ${path}`);

    expect(new Set(names).size).toBe(names.length);
    expect(new Set(places).size).toBe(places.length);
  });

  test('paths are in kebab-case', () => {
    const words = routes.flatMap(({ path }) =>
      path.split('/').filter((part) => part && !part.startsWith(':')),
    );

    expect(words.filter((word) => !/^[a-z]+(-[a-z]+)*$/.test(word))).toEqual([]);
  });
});
