/** Requests and answers about process definitions: drafts, checks, published versions, templates. */
import { z } from 'zod';
import { Definition } from '../definition.ts';
import { Finding } from '../finding.ts';
import { Text } from '../text.ts';
import { Instant, listOf, said } from './common.ts';

/** A process of the organisation: its draft, its latest version, or both. */
export const DefinitionSummary = z.object({
  id: z.string(),
  name: Text,
  revision: z.number().int().optional(),
  changedAt: Instant.optional(),
  version: z.number().int().optional(),
  publishedAt: Instant.optional(),
  /** You draw on a copy of your own. */
  ownCopy: z.literal(true).optional(),
});
export const DefinitionSummaries = listOf(DefinitionSummary);
/** What an organisation's own template was taken from: the draft as it was at a revision, or a version. */
export const TakenFrom = z.object({
  process: z.string(),
  version: z.number().int().optional(),
  revision: z.number().int().optional(),
});
/** A process to begin with: ready-made, or with `own` one that this organisation kept. */
export const Template = z.object({
  id: z.string(),
  name: Text,
  summary: Text.optional(),
  own: z
    .object({
      revision: z.number().int(),
      from: TakenFrom,
      savedBy: z.string(),
      savedAt: Instant,
    })
    .optional(),
});
export const Templates = listOf(Template);
export const TemplateWhole = Template.extend({ definition: Definition });

const inBoth = (most: number) => z.object({ nl: said(most), en: said(most) }).strict();
/** Name and description in both languages; without `version` the draft is taken. */
export const TemplateKept = z
  .object({ name: inBoth(120), summary: inBoth(600), version: z.number().int().positive().optional() })
  .strict();
/** Saved over the revision it was read with; without `from` only the words change. */
export const TemplateChanged = z
  .object({
    name: inBoth(120),
    summary: inBoth(600),
    revision: z.number().int().min(1),
    from: z
      .object({ process: z.string(), version: z.number().int().positive().optional() })
      .strict()
      .optional(),
  })
  .strict();

/** A definition as it was drawn: an object of the shape `Definition`, in which a check may find more. */
export const Drawn = z.record(z.string(), z.unknown());

/** A new draft: a whole definition, or a copy of a template under an id of one's own. */
export const DraftCreated = z.union([
  z.object({ definition: Drawn }).strict(),
  z.object({ template: z.string(), id: z.string().optional() }).strict(),
]);
/**
 * Saves over the revision it was read with; `basedOn`: from now on the draft goes out from this version; `ownCopy`: the revision of
 * one's own copy that is in it now, and goes.
 */
export const DraftSaved = z
  .object({
    definition: Drawn,
    revision: z.number().int().min(1),
    basedOn: z.number().int().min(1).optional(),
    ownCopy: z.number().int().min(1).optional(),
  })
  .strict();
export const Draft = z.object({
  id: z.string(),
  revision: z.number().int(),
  changedAt: Instant,
  changedBy: z.string().optional(),
  /** The version it goes out from, where that is known: an older one when such a version was brought back into it. */
  basedOn: z.number().int().optional(),
  definition: Definition,
});
export const Saved = z.object({ id: z.string(), revision: z.number().int(), findings: z.array(Finding) });
/** Checks what is sent, or the draft when nothing is; with `explore` every way through it is played as well. */
export const Checking = z
  .object({ definition: z.unknown().optional(), explore: z.boolean().optional() })
  .strict()
  .default({});
/** What playing found, each with the story that leads to it. These do not stand in the way of publishing. */
export const Exploration = z.object({
  findings: z.array(Finding),
  /** Everything was looked at; otherwise there may be more to find. */
  complete: z.boolean(),
  states: z.number().int(),
});
export const Findings = z.object({
  findings: z.array(Finding),
  publishable: z.boolean(),
  /** Left out where it was not asked for, and where the drawing cannot be carried out at all, which the findings tell. */
  explored: Exploration.optional(),
});

/** Publishes the draft as it was read; `note` tells colleagues what changed. */
export const Publication = z
  .object({
    revision: z.number().int().min(1),
    note: z.string().min(1).max(2_000),
    /** What colleagues call this version. */
    name: z.string().min(1).max(80).optional(),
    tag: z.string().optional(),
  })
  .strict();
export const Version = z.object({
  id: z.string(),
  version: z.number().int(),
  hash: z.string(),
  revision: z.number().int(),
  tag: z.string().optional(),
  name: z.string().optional(),
  note: z.string().optional(),
  publishedBy: z.string().optional(),
  /** The second person, where one had to look. */
  approvedBy: z.string().optional(),
  publishedAt: Instant,
});
export const Versions = listOf(Version);
export const VersionWhole = Version.extend({ definition: Definition });

/** A file: XML as it is, or JSON as it was saved here; a list of those that belong together has the main one first. */
export const NewFile = z.union([z.string(), Drawn, z.array(Drawn).min(1).max(100)]);
/** What it becomes, the main one first, the ids of those that are meant to be carried out, and what came over in part; line 0 is not known. */
export const ImportedFile = z.object({
  definitions: z.array(Definition),
  executable: z.array(z.string()),
  findings: z.array(Finding.extend({ line: z.number().int() })),
});

/** Which processes only go into use when somebody approved who did not draw it: all, or these. */
export const FourEyes = z.object({ all: z.boolean(), processes: z.array(z.string()) });
export const FourEyesChosen = FourEyes.strict();

/** A draft that waits for a second person; or what became of it. */
export const PublishRequest = z.object({
  id: z.string(),
  number: z.number().int(),
  revision: z.number().int(),
  note: z.string(),
  name: z.string().optional(),
  tag: z.string().optional(),
  askedBy: z.string(),
  askedAt: Instant,
  /** Who worked on it, and so may not approve it. */
  hands: z.array(z.string()),
  state: z.enum(['open', 'withdrawn', 'rejected', 'approved']),
  reason: z.string().optional(),
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  version: z.number().int().optional(),
});
export const PublishRequests = listOf(PublishRequest);
/** With the definition as it was when it was asked. */
export const PublishRequestWhole = PublishRequest.extend({ definition: Definition });
export const NothingMore = z.object({}).strict().default({});
export const Rejected = z.object({ reason: said(2_000) }).strict();

/** What somebody says about a process, or about one element of it. */
export const Comment = z.object({
  id: z.string(),
  element: z.string().optional(),
  answers: z.string().optional(),
  text: z.string(),
  mentions: z.array(z.string()),
  by: z.string(),
  at: Instant,
  resolvedBy: z.string().optional(),
  resolvedAt: Instant.optional(),
  /** Who wrote it was erased, and the words with them. */
  erased: z.boolean().optional(),
});
export const Comments = listOf(Comment);
/** Who is mentioned gets a mail. */
export const CommentAdded = z
  .object({
    text: said(4_000),
    element: z.string().optional(),
    answers: z.string().optional(),
    mentions: z.array(z.string()).max(20).default([]),
  })
  .strict();

/** Who has a process open now. */
export const Presence = listOf(z.object({ person: z.string(), since: Instant }));
