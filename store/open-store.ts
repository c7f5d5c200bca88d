/** Opens the store: one connection, one repository per kind of record, nothing global. */
import mongoose from 'mongoose';
import { accounts } from './accounts.ts';
import { acts } from './acts.ts';
import { audit } from './audit.ts';
import { batches } from './batches.ts';
import { blobs } from './blobs.ts';
import { capacities } from './capacities.ts';
import { changes } from './changes.ts';
import { codecPorts } from './codec-ports.ts';
import { comments } from './comments.ts';
import { masterKeys } from './crypto/master-keys.ts';
import { drafts } from './drafts.ts';
import { facts } from './facts.ts';
import { initiatives } from './initiatives.ts';
import { instances } from './instances.ts';
import { keys } from './keys.ts';
import { links } from './links.ts';
import { looks } from './looks.ts';
import { messages } from './messages.ts';
import { organisations } from './organisations.ts';
import { ownCopies } from './own-copies.ts';
import { ownTemplates } from './own-templates.ts';
import { people } from './people.ts';
import { presence } from './presence.ts';
import { projection } from './projection.ts';
import { publishRequests } from './publish-requests.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { results } from './results.ts';
import { rows } from './rows.ts';
import { scenarios } from './scenarios.ts';
import { schedules } from './schedules.ts';
import { sealer } from './sealer.ts';
import { secretMarker } from './secret-marker.ts';
import { secrets } from './secrets.ts';
import { sessions } from './sessions.ts';
import { sharedLinks } from './shared-links.ts';
import { subscriptions } from './subscriptions.ts';
import { tokens } from './tokens.ts';
import { tries } from './tries.ts';
import { versions } from './versions.ts';
import { worlds } from './worlds.ts';

export interface StoreOptions {
  /** Everything sealed depends on it: another key cannot read what was written (SECRET_KEY). */
  secretKey: string;
  /** Connections at most; 20 by default. */
  maxPoolSize?: number;
  /** How long to look for the server, ms. */
  serverSelectionTimeoutMS?: number;
}

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Throws when the server cannot be reached. Call `prepareStore` once before the first use of a database. */
export async function openStore(uri: string, options: StoreOptions) {
  const { secretKey, maxPoolSize = 20, serverSelectionTimeoutMS = 10_000 } = options;
  const master = masterKeys(secretKey);
  const connection = await mongoose
    .createConnection(uri, { maxPoolSize, serverSelectionTimeoutMS, ignoreUndefined: true })
    .asPromise();

  const keyring = keys(connection, master);
  const seals = sealer(keyring);
  const content = blobs(connection);
  const published = versions(connection, content);
  const parts = {
    instances: instances(connection, seals),
    rows: rows(connection, seals),
    facts: facts(connection, seals),
    changes: changes(connection),
    versions: published,
  };

  return {
    connection,
    keys: keyring,
    blobs: content,
    ...parts,
    /** Facts into the record and the read model. Throws FactsGap, UnknownInstance, KeyDestroyed. */
    project: projection(parts),
    organisations: organisations(connection),
    looks: looks(connection),
    people: people(connection, master),
    initiatives: initiatives(connection, seals),
    drafts: drafts(connection),
    publishRequests: publishRequests(connection, content),
    ownCopies: ownCopies(connection),
    ownTemplates: ownTemplates(connection),
    comments: comments(connection, master),
    presence: presence(connection),
    scenarios: scenarios(connection),
    messages: messages(connection, seals),
    capacities: capacities(connection),
    worlds: worlds(connection),
    batches: batches(connection),
    tokens: tokens(connection),
    secrets: secrets(connection, master),
    accounts: accounts(connection, master),
    sessions: sessions(connection),
    links: links(connection),
    sharedLinks: sharedLinks(connection, master),
    tries: tries(connection),
    acts: acts(connection, seals),
    subscriptions: subscriptions(connection, seals),
    schedules: schedules(connection),
    requests: requests(connection),
    reports: reports(connection, seals),
    results: results(connection, seals),
    audit: audit(connection),
    secretMarker: secretMarker(connection, master),
    codec: codecPorts({ keys: keyring, instances: parts.instances, blobs: content }),
    close: (): Promise<void> => connection.close(),
  };
}
