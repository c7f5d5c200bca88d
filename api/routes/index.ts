/** The table of all routes: what is served, documented and tested comes from here. */
import type { AnyRoute } from '../route.ts';
import { absenceRoutes } from './absences.ts';
import { accountRoutes } from './accounts.ts';
import { capacityRoutes } from './capacities.ts';
import { commentRoutes } from './comments.ts';
import { commitmentRoutes } from './commitments.ts';
import { definitionRoutes } from './definitions.ts';
import { figureRoutes } from './figures.ts';
import { fileRoutes } from './files.ts';
import { initiativeRoutes } from './initiatives.ts';
import { instanceRoutes } from './instances.ts';
import { linkRoutes } from './links.ts';
import { lookRoutes } from './looks.ts';
import { messageRoutes } from './messages.ts';
import { operationRoutes } from './operations.ts';
import { outsideRoutes } from './outside.ts';
import { ownCopyRoutes } from './own-copies.ts';
import { publishRequestRoutes } from './publish-requests.ts';
import { reportRoutes } from './reports.ts';
import { scenarioRoutes } from './scenarios.ts';
import { sessionRoutes } from './sessions.ts';
import { sharingRoutes } from './sharing.ts';
import { taskRoutes } from './tasks.ts';
import { templateRoutes } from './templates.ts';
import { worldRoutes } from './worlds.ts';

export const routes: readonly AnyRoute[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...absenceRoutes,
  ...lookRoutes,
  ...definitionRoutes,
  ...ownCopyRoutes,
  ...templateRoutes,
  ...publishRequestRoutes,
  ...commentRoutes,
  ...sharingRoutes,
  ...fileRoutes,
  ...scenarioRoutes,
  ...initiativeRoutes,
  ...instanceRoutes,
  ...taskRoutes,
  ...commitmentRoutes,
  ...linkRoutes,
  ...messageRoutes,
  ...figureRoutes,
  ...reportRoutes,
  ...capacityRoutes,
  ...worldRoutes,
  ...operationRoutes,
  ...outsideRoutes,
];
