import type { Lexicon } from './lexicon.ts';

const DEAD =
  '(erschossen|erschlagen|aufgehangt|aufgeknupft|gehangt|vergast|verbrannt|gekopft|gesteinigt|umgebracht|getotet|kastriert|abgeknallt|abgestochen|erhangt|hingerichtet|ausgerottet|totgeschlagen|an_die_wand_gestellt|an_die_wand)';

export const german: Lexicon = {
  language: 'de',
  address: 'du dich dir dein deine deiner deinem deinen ihr euch euer eure eurer',
  threat: `
    (ich|wir) (bring|bringe|bringen|mach|mache|machen) (dich|euch) ~ (um|kalt|fertig_du)
    (ich|wir) (werde|werd|werden) (dich|euch|deine_familie) ~ (umbringen|toten|toeten|abstechen|abknallen|erschiessen|kaltmachen|totschlagen|vergewaltigen)
    (ich|wir) (tote|toete|toten|erschiesse|erschiess|schlachte|vergewaltige) (dich|euch), (ich|wir) (stech|steche|stechen|knall|knalle|knallen|schlag|schlage|schlagen) (dich|euch) ~ (ab|tot|nieder|zusammen)
    (dich|euch|du|ihr) (sollte|sollten|musste|muessten|mussten|solltest|solltet|gehorst|gehort|gehoren) (man)? ~ ~ ${DEAD}
    (man) (sollte|musste|muesste|soll|muss) (dich|euch|die_alle|sie_alle|solche|solche_leute|das_pack|dieses_pack) ~ (alle)? (erschiessen|aufhangen|aufhaengen|vergasen|abknallen|abstechen|umbringen|erschlagen|verbrennen|an_die_wand_stellen|kastrieren|steinigen|totschlagen|totprugeln|hangen|ausrotten|aufknupfen)
    (die|der|das_pack|solche|solche_leute|alle|so_einer|so_was|sowas) (gehort|gehoren|gehoert|gehoeren) ~ ~ ${DEAD}
    (bring|brings) (dich|euch) (doch)? (um|endlich_um), (hang|haeng|erhang|erschiess) (dich|euch) (doch)? auf
    (verreck|verrecke|krepier|krepiere|stirb) (doch|endlich|du), du ~ (sollst|kannst) ~ (verrecken|krepieren), du sollst sterben
    (hoffentlich|hoffe) ~ (verreckst|krepierst|stirbst), (hoffe|hoffentlich) (du|ihr|dass_du|dass_ihr) ~ (verreckst|krepierst|stirbst|verreckt|krepiert)
    (ich|wir) (weiss|wissen) wo (du|ihr) (wohnst|wohnt), ab ins gas, ab in die gaskammer
    kugel in (den|deinen|euren) kopf, an die wand (stellen|gestellt) (alle|und_erschiessen), adolf (hatte|haette|wusste) ~ recht
  `,
  slur: `
    hurens(ohn|ohne|oehne|ohnes), missgeburt(|en), kanak(e|en|enpack|in), schwuchtel(|n), nigger(|s), neger(schlampe|pack|sau)
    judensau, judenschwein(|e), drecksjud(e|en), saujud(e|en), judenpack, drecksturke(|n), kameltreiber, ziegenficker, kamelficker
    kummelturke(|n), zigeunerpack, fotze(|n), votze(|n), fick (dich|euch|deine|die), fickt euch
    arschficker, muschi(lecker), schlitzauge(|n), spasti(|s|ker)
    dreckspack, drecksau, drecksaue, dreckschwein(|e), drecksvolk, scheissauslander, scheiss (auslander|neger|juden|turken|moslems|kanaken|nazis_ihr)
    vollidiot(|en), volltrottel(|n), schwachmat(|en), abschaum, gesindel, gesocks, arschl(och|ocher|oecher), drecksmensch(|en)
    (halt|halts|haltet) (doch|endlich|jetzt|mal|bitte)? (einfach|mal|endlich)? (die|dein|deine|eure|euer)? (fresse|schnauze|maul|klappe), kinderficker, motherfucker, schwanzlutscher, muselpack, asylantenpack, kuffnucken
  `,
  profanity: `
    arschgeige(|n), arschkriecher, wichs(er|ern|ers|t|en), fick(er|en|t|st|te|ten), gefickt, verfickt(|e|er|en|es)
    schlampe(|n), hure(|n), nutte(|n), bastard(|e|en), scheisskerl(|e), scheisser
    klugscheisser, pisser, dreckskerl(|e), drecksack, dreckssack, mistkerl(|e), miststuck, sau(bande|pack|hund), schweinehund(|e), hosenscheisser
    schwanz lutsch(en|t), du ~ ~ arsch, ihr ~ arsche, hackfresse, (deine|deiner|dein|eure|eurer) ~ (fresse|schnauze|maul)
  `,
  insult: `
    idiot(|en|in|isch|ische), trottel(|n), depp(|en), dummkopf(|e), vollpfosten, schwachkopf(|e), vollhorst
    hirni(|s), hohlkopf(|e), blodmann, blodian, penner, versager, spinner, halbaffe(|n), spacko(|s), spast(|en)
    du ~ ~ (schwein|esel|lappen|pfeife|zecke|parasit|ratte), vollpfeife, hornochse(|n), nazisau, nazischwein(|e)
    dumpfbacke(|n), hirnlos(|e|er|en), blode kuh, dumme (kuh|gans|sau|nuss)
  `,
  harmless: `
    hirntot ~ erklart, (ein|kein) armes schwein, schwein gehabt, arsch (der_welt|hoch|retten), im arsch, am arsch vorbei
  `,
};

export const dutch: Lexicon = {
  language: 'nl',
  address: 'jij je jou jouw jullie u uw',
  threat: `
    (ik|we|wij) (ga|zal|gaan|zullen) (je|jou|jullie|u) ~ (vermoorden|doodmaken|doodschieten|neersteken|afmaken|doodslaan|neerschieten|verkrachten)
    ik (maak|schiet|sla|steek) (je|jou|jullie|u) ~ (dood|af|neer), ik (vermoord|slacht|wurg) (je|jou|jullie)
    (je|jij|jullie) (verdient|verdienen|hoort|horen) (het|om)? (te)? ~ (dood|doodgeschoten|opgehangen|afgemaakt|sterven|vergast)
    (je|jij|jullie) (moet|moeten|moesten) (ze)? (worden)? (doodgeschoten|opgehangen|afgemaakt|vergast|doodgestoken)
    (ze|die_lui|dat_tuig|zulke_mensen) (moeten|moesten) (ze)? (allemaal)? (doodschieten|ophangen|afmaken|vergassen|afknallen|doodgeschoten|afgemaakt|vergast)
    pleeg (toch|lekker|gewoon|maar)? zelfmoord, maak je van kant, hang je op, ^ ga (toch|lekker|maar|gewoon)? dood, krijg (toch|lekker|allemaal) (de)? (kanker|aids), ^ krijg (kanker|aids)
    (hoop|hopelijk) ~ ~ (je|jij|jullie) ~ (sterft|doodgaat|kanker_krijgt|verrekt), kogel door je kop, (ik|we) (weet|weten) waar (je|jij|jullie) (woont|wonen)
  `,
  slur: `
    kanker(lijer|lijers|hoer|hoeren|jood|joden|marokkaan|marokkanen|turk|turken|wijf|nicht|neger|negers|zwarte|homo|hond|mongool|idioot)
    (tering|tyfus|tyfes)(lijer|lijers|hoer|hoeren|wijf|jood|turk), kutmarokka(an|nen|antje|antjes), pleurislijer(|s)
    hou (toch|nou|gewoon|eens)? (je|jullie) ~ (bek|bakkes|muil|smoel), hoerenzo(on|nen), hoerenjong(|en), nikker(|s), roetmop(|pen), geitenneuk(er|ers), spleetoog, spleetogen, rotjood, rotjoden
    vuile (jood|joden|turk|turken|marokkaan|marokkanen|hoer|nicht|homo|flikker|neger), moederneuker(|s), zandneger(|s)
    neuk je moeder, krijg de (tering|tyfus|kanker|pleuris)
  `,
  profanity: `
    klootz(ak|akken|akje), hoer, slet(|ten), kut(wijf|wijven|kind|volk), lul(|len|letje), eikels, trut(|ten), klotenvolk, mafkees
    neuk(|en|er|ers|t), bitch(|es), schijtlijster, strontzak(|ken), rotzak(|ken), klerelijer(|s), aarsgat
    hufter(|s), schoft(|en), smeerlap(|pen), teef, teven, pik zuigen, klerewijf, rotwijf
  `,
  insult: `
    idioot, idioten, debiel(|en), mongool, imbeciel(|en), randdebiel(|en), sukkel(|s), uilskuiken, halve zool, malloot, randmongool
    uitschot, mislukkeling(|en), domkop(|pen), stommeling(|en), loser(|s), zielig mannetje
  `,
  harmless: 'wat een lul verhaal',
};
