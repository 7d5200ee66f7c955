import type { Lexicon } from './lexicon.ts';

const DEAD =
  '(erschossen|erschlagen|aufgehangt|aufgeknupft|gehangt|vergast|verbrannt|gekopft|gesteinigt|umgebracht|getotet|kastriert|abgeknallt|abgestochen|erhangt|hingerichtet|ausgerottet|totgeschlagen|an_die_wand_gestellt|an_die_wand)';

export const german: Lexicon = {
  language: 'de',
  address: 'du dich dir dein deine deiner deinem deinen ihr euch euer eure eurer',
  threat: `
    (ich|wir) (bring|bringe|bringen|mach|mache|machen) (dich|euch) ~ (um|kalt|fertig_du)
    (ich|wir) (werde|werd|werden) (dich|euch|deine_familie) ~ (umbringen|toten|toeten|abstechen|abknallen|erschiessen|schlagen|finden_und|fertigmachen|kaltmachen|totschlagen)
    (ich|wir) (tote|toete|toten|erschiesse|erschiess|schlachte|stech|steche|knall|knalle|schlag|schlage|vergewaltige) (dich|euch) ~ (ab|tot|nieder|um|alle|zusammen|selbst)?
    (dich|euch|du|ihr) (sollte|sollten|musste|muessten|mussten|solltest|solltet|gehorst|gehort|gehoren) (man)? ~ ~ ${DEAD}
    (man) (sollte|musste|muesste|soll|muss) (dich|euch|die_alle|sie_alle|solche|solche_leute|das_pack|dieses_pack) ~ (alle)? (erschiessen|aufhangen|aufhaengen|vergasen|abknallen|abstechen|umbringen|erschlagen|verbrennen|an_die_wand_stellen|kastrieren|steinigen|totschlagen|totprugeln|hangen|ausrotten|aufknupfen)
    (die|der|das_pack|solche|solche_leute|alle|so_einer|so_was|sowas) (gehort|gehoren|gehoert|gehoeren) ~ ~ ${DEAD}
    (bring|brings) (dich|euch) (doch)? (um|endlich_um), (hang|haeng|erhang|erschiess) (dich|euch) (doch)? auf
    (verreck|verrecke|verreckt|krepier|krepiere|stirb) (doch|endlich|du|an|einfach|schon|ihr), du ~ (sollst|kannst|musst) ~ (verrecken|krepieren|sterben)
    (hoffentlich|hoffe) ~ (verreckst|krepierst|stirbst) ~ (du)?, (hoffe|hoffentlich) (du|ihr|dass_du|dass_ihr) ~ (verreckst|krepierst|stirbst|verreckt|krepiert)
    (ich|wir) (weiss|wissen) wo (du|ihr) (wohnst|wohnt), ab ins gas, (ab|ins) (in_die)? gaskammer, vergasen sollte
    kugel in (den|deinen|euren) kopf, an die wand (stellen|gestellt) (alle|und_erschiessen), adolf (hatte|haette|wusste) ~ recht
  `,
  slur: `
    hurens(ohn|ohne|oehne|ohnes), missgeburt(|en), kanak(e|en|enpack|in), schwuchtel(|n), nigger(|s), neger(schlampe|pack|sau)
    judensau, judenschwein(|e), drecksjud(e|en), saujud(e|en), judenpack, drecksturke(|n), kameltreiber, ziegenficker, kamelficker
    kummelturke(|n), zigeunerpack, fotze(|n), votze(|n), fick (dich|euch|deine|die), fickt euch
    (leck|leckt) (mich|mi) am arsch (du|ihr), arschficker, muschi(lecker), schlitzauge(|n), spasti(|s|ker)
    dreckspack, drecksau, drecksaue, dreckschwein(|e), drecksvolk, scheissauslander, scheiss (auslander|neger|juden|turken|moslems|kanaken|nazis_ihr)
    vollidiot(|en), volltrottel(|n), schwachmat(|en), abschaum, gesindel, gesocks, ungeziefer, arschl(och|ocher|oecher), drecksmensch(|en)
    halt ~ ~ ~ (fresse|schnauze|maul|klappe), kinderficker, motherfucker, schwanzlutscher, musel(mann|pack), asylantenpack, kuffnucken
  `,
  profanity: `
    arschgeige(|n), arschkriecher, wichs(er|ern|ers|t|en), fick(er|en|t|st|te|ten), gefickt, verfickt(|e|er|en|es)
    schlampe(|n), hure(|n), nutte(|n), bastard(|e|en), scheisskerl(|e), scheisse, scheiss, scheisser, beschissen(|e|er|en|es), verschissen
    klugscheisser, pisser, dreckskerl(|e), drecksack, dreckssack, mistkerl(|e), miststuck, sau(bande|pack|hund), schweinehund(|e), hosenscheisser
    kacke, kack, schwanz lutsch(en|t), dreckslugner, arsch, arsche, hackfresse, fresse, schnauze halten
  `,
  insult: `
    idiot(|en|in|isch|ische), trottel(|n), depp(|en), dummkopf(|e), vollpfosten, schwachkopf(|e), vollhorst
    hirni(|s), hohlkopf(|e), blodmann, blodian, penner, versager, spinner, halbaffe(|n), spacko(|s), spast(|en)
    du ~ ~ (schwein|esel|lappen|pfeife|zecke|parasit|ratte), vollpfeife, hornochse(|n), schmarotzer, nazisau, nazischwein(|e)
    dumpfbacke(|n), hirnlos(|e|er|en), luegner, lugner, blode kuh, dumme (kuh|gans|sau|nuss)
  `,
  harmless: `
    hirntot ~ erklart, (ein|kein) armes schwein, schwein gehabt, arsch (der_welt|hoch|retten), im arsch, am arsch vorbei
  `,
};

export const dutch: Lexicon = {
  language: 'nl',
  address: 'jij je jou jouw jullie u uw',
  threat: `
    (ik|we|wij) (ga|zal|gaan|zullen) (je|jou|jullie|u) ~ (vermoorden|doodmaken|doodschieten|neersteken|afmaken|doodslaan|slopen|neerschieten|verkrachten|vinden)
    (ik) (maak|schiet|sla|steek|vermoord|slacht) (je|jou|jullie) (dood|af|neer|kapot)?
    (je|jij|jullie) (moet|moeten|hoort|horen|verdient|verdienen) (te)? ~ (dood|doodgeschoten|opgehangen|afgemaakt|sterven|vergast|doodgaan)
    (ze|allemaal|die_lui|die_mensen) (moeten|moesten) (ze)? (allemaal)? (doodschieten|ophangen|afmaken|vergassen|afknallen|doodgeschoten|opgehangen|afgemaakt|vergast)
    (pleeg|maak) (je)? ~ (zelfmoord|van_kant), hang je op, ga ~ dood, (krijg|krijgt) ~ (kanker|de_kanker|aids)
    (hoop|hopelijk) ~ (dat)? ~ (je|jij|jullie) ~ (sterft|doodgaat|kanker_krijgt|verrekt), kogel door je kop, (ik|we) (weet|weten) waar (je|jij|jullie) (woont|wonen)
  `,
  slur: `
    kanker(lijer|lijers|hoer|hoeren|jood|joden|marokkaan|marokkanen|turk|turken|wijf|nicht|neger|negers|zwarte|homo|hond|mongool|idioot)
    (tering|tyfus|tyfes)(lijer|lijers|hoer|hoeren|wijf|jood|turk), kutmarokka(an|nen|antje|antjes), kankerzooi, pleurislijer
    hou ~ (bek|bakkes|muil|smoel), hoerenzo(on|nen), hoerenjong(|en), nikker(|s), roetmop(|pen), mocro hond, geitenneuk(er|ers), spleetoog, spleetogen, rotjood, rotjoden
    vuile (jood|joden|turk|turken|marokkaan|marokkanen|hoer|nicht|homo|flikker|neger|hond), teringlijers, moederneuker(|s), zandneger(|s)
    (neuk|rot) ~ (je_moeder|op_hoer), flikker op, krijg de (tering|tyfus|kanker|pleuris)
  `,
  profanity: `
    klootz(ak|akken|akje), hoer, slet(|ten), kut(wijf|wijven|land|kind|volk|zooi), lul(|len|letje), eikels, trut(|ten), kloten(volk), mafkees
    neuk(|en|er|ers|t), kankeren, bitch(|es), godverdomme, schijt(lijster), strontzak(|ken), rotzak(|ken), tiefus, klerelijer(|s), aarsgat
    hufter(|s), schoft(|en), smeerlap(|pen), teef, teven, pik zuigen, afzuigen, klerewijf, rotwijf
  `,
  insult: `
    idioot, idioten, debiel(|en), mongool, imbeciel(|en), randdebiel(|en), sukkel(|s), achterlijk(|e), uilskuiken, halve zool, malloot, randmongool
    uitschot, ongedierte, leugenaar(|s), mislukkeling(|en), domkop(|pen), stommeling(|en), dwaas, parasiet(|en), loser(|s)
    gestoord(|e), zielig(|e) mannetje
  `,
  harmless: 'wat een lul verhaal',
};
