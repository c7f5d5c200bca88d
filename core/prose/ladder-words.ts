// What happens around the day something is due, rung by rung, in words.
import type { Definition, Ladder, Language, Rung, RungAct } from '../../contract/index.ts';
import { writtenList } from '../texts/written.ts';
import { longTerm, roleName, said, unitWord, variableName } from './say.ts';

export function rungWords(definition: Definition, rung: Rung, language: Language): string {
  const nl = language === 'nl';
  const acts = writtenList(
    language,
    rung.acts.map((act) => actWords(definition, act, language)),
  );
  return `${momentWords(definition, rung, language)} ${acts}${whenWords(rung, nl)}.`;
}

function momentWords(definition: Definition, { amount, unit, from }: Rung, language: Language): string {
  const nl = language === 'nl';
  const n = `${Math.abs(amount)} ${unitWord(unit, amount, language)}`;
  const day = from ? `‘${variableName(definition, from.variable, language)}’` : undefined;
  if (amount === 0)
    return day === undefined
      ? nl
        ? 'Op de dag zelf'
        : 'On the day itself,'
      : nl
        ? `Op ${day}`
        : `On ${day},`;
  if (amount < 0)
    return nl
      ? `${capital(n)} voor ${day ?? 'de dag zelf'}`
      : `${capital(n)} before ${day ?? 'the day itself'},`;
  if (day !== undefined) return nl ? `${capital(n)} na ${day}` : `${capital(n)} after ${day},`;
  return nl ? `Is het ${n} te laat, dan` : `When it is ${n} late,`;
}

function whenWords({ when }: Rung, nl: boolean): string {
  const conditions = [
    ...(when?.termAtLeast === undefined
      ? []
      : [
          nl
            ? `als er minstens ${when.termAtLeast} werkdagen voor waren`
            : `if there were at least ${when.termAtLeast} working days for it`,
        ]),
    ...(when?.remindMe ? [nl ? 'als daarom is gevraagd' : 'if that was asked for'] : []),
  ];
  return conditions.length === 0 ? '' : `, ${conditions.join(nl ? ' en ' : ' and ')}`;
}

function actWords(definition: Definition, act: RungAct, language: Language): string {
  const nl = language === 'nl';
  const who = (role: string) => personWords(definition, role, language);
  switch (act.act) {
    case 'notify': {
      const way = act.otherChannel ? (nl ? ' langs een andere weg' : ' by another way') : '';
      const cc = (act.cc ?? []).map(who);
      const also =
        cc.length === 0
          ? ''
          : nl
            ? `, met een kopie aan ${writtenList('nl', cc)}`
            : `, with a copy to ${writtenList('en', cc)}`;
      if (act.kind === 'honest')
        return nl
          ? `hoort ${who(act.to)} eerlijk dat het later wordt${way}${also}`
          : `${who(act.to)} is told honestly that it will be later${way}${also}`;
      return nl
        ? `krijgt ${who(act.to)} een herinnering${way}${also}`
        : `${who(act.to)} gets a reminder${way}${also}`;
    }
    case 'offer':
      return nl ? `mag ${who(act.to)} het overnemen` : `${who(act.to)} may take it over`;
    case 'raise':
      return nl ? `wordt ${who(act.to)} om hulp gevraagd` : `${who(act.to)} is asked for help`;
    case 'task': {
      const within = longTerm(definition, act.term, language);
      const name = said(act.name, language);
      return nl
        ? `krijgt ${who(act.role)} de taak “${name}”, voor ${within}`
        : `${who(act.role)} gets the task “${name}”, for ${within}`;
    }
  }
}

const personWords = (definition: Definition, role: string, language: Language): string => {
  const name = roleName(definition, role, language).toLowerCase();
  if (role === 'owner') return name;
  return language === 'nl' ? `de ${name}` : `the ${name}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const ladderSentences = (definition: Definition, ladder: Ladder, language: Language): string[] =>
  ladder.rungs.toSorted((a, b) => a.amount - b.amount).map((rung) => rungWords(definition, rung, language));
