import { describe, expect, it, test } from 'vitest';
import { parseBody } from '../../../src/domain/parse-body.ts';
import { DEFAULT_SCREENING } from '../../../src/domain/site.ts';
import { LEXICONS } from '../../../src/screening/abuse/lexicons.ts';
import { readPatterns } from '../../../src/screening/abuse/pattern.ts';
import { abuse } from '../../../src/screening/checks/abuse.ts';
import { fold } from '../../../src/screening/fold.ts';
import { aSubmission } from '../../support/builders.ts';

const say = (source: string, name = 'Ada') => {
  const body = parseBody(source);
  // As screen-comment.ts gives it: the text is what readers see.
  const seen = source.replace(/^> ?/gm, '').replace(/\n+/g, '\n');
  return aSubmission({ source, body, text: { body: seen, name } });
};
const judge = (source: string) => abuse.run(say(source));
const wordsIn = (source: string) => judge(source)?.matches.map(({ text }) => text) ?? [];

describe('a threat is held, in every language', () => {
  it.each([
    ['en', 'I will kill you, you know that.'],
    ['en', 'You should be shot for writing this.'],
    ['en', 'Just go and kill yourself.'],
    ['en', 'We know where you live.'],
    ['de', 'Ich bring dich um!'],
    ['de', 'Man sollte euch alle aufhängen.'],
    ['de', 'So einer gehört an die Wand gestellt.'],
    ['fr', 'Je vais te tuer, tu verras.'],
    ['fr', 'Va crever.'],
    ['es', 'Te voy a matar.'],
    ['es', 'Ojalá te mueras.'],
    ['it', 'Ti ammazzo, capito?'],
    ['pt', 'Vou te matar.'],
    ['nl', 'Ik ga je vermoorden.'],
    ['pl', 'Zabiję cię.'],
    ['ru', 'Я тебя убью.'],
    ['ru', 'Чтоб ты сдох'],
    ['tr', 'Seni öldüreceğim.'],
    ['ko', '나가 뒤져라'],
  ])('%s: %s', (_, text) => {
    expect(judge(text)).toMatchObject({ verdict: 'hold', score: 0.9 });
  });
});

describe('a slur or a gross insult is held, whoever is meant', () => {
  it.each([
    ['en', 'They are all faggots anyway.'],
    ['en', 'A real piece of shit, this one.'],
    ['de', 'Dieser Hurensohn regiert uns.'],
    ['de', 'Da sitzen nur Volltrottel.'],
    ['de', 'Halt doch einfach die Fresse'],
    ['fr', 'Quel fils de pute, ce ministre.'],
    ['es', 'El alcalde es un hijo de puta.'],
    ['it', 'Quel figlio di puttana del sindaco.'],
    ['pt', 'O prefeito é um filho da puta.'],
    ['pt', 'Esse vagabundo de novo.'],
    ['nl', 'Wat een kankerlijer is dat.'],
    ['pl', 'Ten skurwysyn znowu kłamie.'],
    ['ru', 'Опять эти пидорасы.'],
    ['tr', 'Orospu çocuğu yine konuşuyor.'],
    ['ko', '저 병신새끼는 왜 나와'],
  ])('%s: %s', (_, text) => {
    expect(judge(text)).toMatchObject({ verdict: 'hold', score: 0.8 });
  });
});

describe('an insult is held where somebody is spoken to', () => {
  it.each([
    ['en', 'You are such an idiot.'],
    ['de', 'Du bist ein Trottel.'],
    ['de', 'Du mit deiner großen Fresse!'],
    ['fr', 'Tu es vraiment un abruti.'],
    ['es', 'Eres un gilipollas.'],
    ['it', 'Sei un coglione.'],
    ['pt', 'Você é um imbecil.'],
    ['nl', 'Jij bent echt een klootzak.'],
    ['pl', 'Ty debilu.'],
    ['ru', 'Ты идиот.'],
    ['tr', 'Sen salaksın.'],
    ['ko', '너는 왜 그렇게 멍청하니'],
  ])('%s: %s', (_, text) => {
    expect(judge(text)).toMatchObject({ verdict: 'hold', score: 0.7 });
  });

  it.each([
    'Only an idiot would build a bridge there.',
    'Das war eine Scheißidee, so eine Scheiße.',
    'The prick of a needle is nothing.',
    'You are right. An idiot wrote that law.',
    'Quel bordel, ces travaux.',
  ])('and not where nobody is: %s', (text) => {
    expect(judge(text)).toBeNull();
  });

  it('and where swear words come in number, whoever is meant', () => {
    expect(judge('That fucking bridge, those bastards.')).toMatchObject({ score: 0.6 });
  });
});

describe('what readers of newspapers say is not held', () => {
  it.each([
    'Damn, what the hell is this crap? You must be joking.',
    'Are you mad? This is bloody stupid of you.',
    'You make an idiot of yourself with such a bridge.',
    'Holy shit, you guys were right about this.',
    'This will kill you if you drink it. The death penalty: should he be executed?',
    'Mist, verdammt, zum Teufel mit euren Plänen.',
    'Zut, mince, merde, vous avez raison.',
    'Joder, qué frío tenéis.',
    'Мне нужно убить время, а вам?',
    'You should not be shot for an opinion, and I hope you never die waiting for a doctor.',
    'You could fall and kill yourself; cigarettes are gonna kill you anyway.',
    'Ich schlage euch vor, das zu lesen. Der hat halt eine große Klappe.',
    'Der Motor verreckt einfach; „Stirb an einem anderen Tag“ läuft heute.',
    'L’hôpital public va mourir, et on va mourir de chaud. Vous dites que c’est idiot.',
    'Il a reçu une balle dans la tête. On va vous retrouver dimanche.',
    'Usted no tiene ni puta idea. Siete dei buffoni. Someone will kill you driving like that.',
    'Il m’a traité de sale arabe, vous comprenez ? Tu t’es attardé sur les détails.',
    'Le dieron dos tiros en la cabeza al juez. No sé dónde vives.',
    'El alcalde es un mentiroso, tú lo sabes. Te voy a cortar el pelo.',
    'Ele levou um tiro na cabeça. Você tem que morrer para ser atendido.',
    'Ladrão é ladrão, e vocês sabem que os ladrões governam.',
    'Che tempo di merda. Non so dove abiti. Ha preso un colpo in testa.',
    '1 op 3 mensen krijgt kanker. Als je dit eet ga je dood. Ik maak je een koffie.',
    'Dopłaty do gazu wzrosną. To cię zabije. Nie wiem, gdzie mieszkasz.',
    'С такой пенсией сдохнешь. Предатели и ещё раз предатели.',
    '불이 꺼져 있었어요. 새끼 고양이가 귀여워요, 너도 봐.',
  ])('%s', (text) => {
    expect(judge(text)).toBeNull();
  });
});

describe('words that only look like bad ones are not held', () => {
  it.each([
    'You live in Scunthorpe, Essex, Penistone or Clitheroe?',
    'You mean the assassin in the classic, with a cocktail and a shiitake dish.',
    'You are Dick Cheney, Peter Cock, Mrs Hooker, Gaylord Focker, Dr Kuntz, Mr Fick and Ms Dyke.',
    'Die FDP und die HDP haben euch nichts getan; NTM spielt heute.',
    'Du hast dir eine Pute zum Essen gekauft.',
    'Le train a du retard, vous êtes en transe.',
    'Tú vienes con nosotros, pero yo no.',
    'Senin resmin çok şık, pic at bana, got it?',
    'Tu compres des pédales, ty masz nowy pedał hamulca.',
    'Voce colocou seu lixo na rua, seu animal comeu.',
    'Habt ihr Zecken im Garten, oder Esel und Schweine?',
    'У вас есть укроп, хлеб и козий сыр? Вы оскорблять не умеете, потребитель.',
    '여기가 시발점이고 새끼손가락이 아파요. 니미츠 항공모함.',
    'Sie sind Hirntote, sagt der Arzt euch.',
    'Foxes are no vermin, there are chinks in the armour, and camel jockeys were freed.',
    'Jeb was a good governor. A ton of idiots voted for it.',
    'Pedro come la manzana. Yo estaba pedo. Panchito visitó Machupichu.',
    'Ayer vi a un idiota. Os idiotas que votaram. Não sei que idiota foi.',
    'Sua cadela fugiu. Essa rapariga ganhou. Morre filho de ex-prefeito.',
    'J’ai acheté des tapettes à souris, vous aussi.',
    'Ungeziefer in der Wohnung: was tut ihr? Ein Idiot u. Lügner.',
    'Il vostro treno ritardato, tuo figlio handicappato.',
    'Ci idioci w rządzie, a pan Kowalski to idiota.',
    'Шакалы в лесу, у вас шакалов много.',
    '등신대 인형, 2016년 병신년 새해.',
  ])('%s', (text) => {
    expect(judge(text)).toBeNull();
  });
});

describe('a disguise does not help', () => {
  it.each([
    ['You are such an 1d10t', '1d10t'],
    ['You are such an i d i o t', 'i d i o t'],
    ['You are an idiоt', 'idiоt'],
    ['You iiiidiooot', 'iiiidiooot'],
    ['You are an id\u200biot', 'id\u200biot'],
    ['Du bist ein TR0TTEL', 'TR0TTEL'],
    ['Tu es un ábruti', 'ábruti'],
    ['I’ll k.i.l.l you', 'I’ll k.i.l.l you'],
  ])('%s, and the finding shows what stands there', (text, word) => {
    expect(wordsIn(text)).toContain(word);
  });
});

describe('quoting', () => {
  it('does not count: the words are somebody else’s', () => {
    expect(judge('> I will kill you, you idiot\n\nWho talks like this has no point.')).toBeNull();
  });

  it('saves nobody who says it again below', () => {
    expect(wordsIn('> A fine bridge.\n\nYou are an idiot.')).toEqual(['idiot']);
  });

  it('is no quoting where nothing else is said', () => {
    expect(judge('> I will kill you')).not.toBeNull();
  });
});

test.each(LEXICONS)(
  'the $language lexicon is written folded, and has words of every kind',
  (lexicon) => {
    const { language: _, harmless, ...words } = lexicon;
    for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
    for (const text of [harmless, ...Object.values(words)]) expect(fold(text).text).toBe(text);
  },
);

test.each(LEXICONS)(
  'no entry of the $language lexicon begins or ends with what may be left out',
  ({ language: _, address: __, ...entries }) => {
    const patterns = Object.values(entries).flatMap(readPatterns);
    const loose = patterns.filter(
      ({ slots }) => slots.at(0)?.optional !== false || slots.at(-1)?.optional !== false,
    );
    expect(loose).toEqual([]);
  },
);

test('a name is looked at like a text', () => {
  expect(abuse.run(say('I read this.', 'fuck you all'))).toMatchObject({
    matches: [{ field: 'name' }],
  });
});

test('the finding says what kind it is and names the words once', () => {
  expect(judge('You idiot, you IDIOT, you idiot')?.message).toBe(
    'Swears at somebody: “idiot”, “IDIOT”.',
  );
});

test('a finding stays small, however much somebody swears', () => {
  const all = ['idiot', 'moron', 'loser', 'bastard', 'bitch', 'whore', 'slut', 'prick', 'twat'];
  const matches = judge(`You ${[...all, ...all.map((word) => `${word}s`)].join(' ')}`)?.matches;
  expect(matches).toHaveLength(10);
});

test('a site can switch it off', () => {
  const submission = say('You are such an idiot.');
  const screening = { ...DEFAULT_SCREENING, abuse: 'off' as const };
  const site = { ...submission.site, screening };
  expect(abuse.run({ ...submission, site })).toBeNull();
});
