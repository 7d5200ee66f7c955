import type { Lexicon } from './lexicon.ts';

export const french: Lexicon = {
  language: 'fr',
  address: 'tu toi te es ta ton tes vous votre vos etes',
  threat: `
    (je|on|j) (vais|va|vai) (te|vous|tous_vous|t) ~ (tuer|crever|buter|egorger|flinguer|violer|massacrer|planter|descendre|fumer|defoncer|retrouver|saigner|pendre)
    (je) (te|vous) (tue|tuerai|bute|buterai|egorge|egorgerai|flingue|crever|creverai|viole|retrouverai|defonce|massacre)
    (tu|vous) (merites|meritez) (de|d) ~ (mourir|crever|mort|etre_pendu|etre_pendus|etre_fusille|etre_fusilles|etre_abattu|etre_abattus|une_balle)
    (il|faut|faudrait|on_devrait) (faut|faudrait)? (te|vous|tous_les|les|l) ~ (pendre|fusiller|gazer|egorger|buter|crever|flinguer|lyncher|lapider|guillotiner|tuer_tous|decapiter)
    (va|allez|vas) (te|vous|t) ~ (pendre|suicider|tuer|crever|jeter_sous), (va|vas|allez) (crever|mourir), creve(|z) (salope|connard|ordure|sale|charogne|donc)
    (j_espere|espere|esperons) (que)? (tu|vous) ~ (vas|allez)? ~ (crever|mourir|crever_bientot|creves|crevez)
    (une|deux) balle(|s) dans la (tete|nuque|tronche), au poteau d execution, (je|on) sai(s|t) ou (tu|vous) (habites|habitez|vis|vivez)
    a mort les (juifs|arabes|musulmans|noirs|pedes|flics|migrants|blancs), mort aux (juifs|arabes|musulmans|noirs|flics|vaches_et)
  `,
  slur: `
    fils de (pute|putes|chien|chienne), nique (ta|sa|ton|vos|tes|ta_mere|la_france|les) ~, niquez (vos|votre|ta), encul(e|es|er|ee|ees), enculeur(|s)
    bougnoul(|e|es|s), negresse(|s), sale(|s) (bicot|bicots|bamboula|bamboulas|negre|negres|arabe|arabes|juif|juifs|juive|noir|noirs|pd|pede|pedes|pute|putes|gouine|gouines|race|blanc|blancs|chinois|musulman|musulmans|rom|roms|chien|chienne)
    youpin(|s|e|es), youtre(|s), tarlouze(|s), tafiole(|s), tantouze(|s), (des|les|de|sale|gros|petit|espece_de) (pedes|gouines|tapettes)
    bounty de service, crouille(|s), raton(|s) laveur de couscous, melon(|s) de merde, (arabe|arabes|juif|juifs|noir|noirs|musulman|musulmans|negre|negres) de merde
    (va|allez|vas) (te|vous|t) (faire) (foutre|enculer|mettre|voir_connard), suce (ma|mes|moi) ~, ferme(|z) (ta|la|votre|vos) (gueule|gueules|bouche), ta gueule ~ (connard|conne|connasse|pute|pd), vos gueules
    mongol(ien|iens) de merde, trisomique de merde, gros(se)? (pute|salope|connasse|truie|vache_de), espece de ~ (con|conne|connard|merde|ordure|pute|salope)
  `,
  profanity: `
    connard(|s), connasse(|s), salop(e|es), salaud(|s), putain(|s) de, putes, (une|la|petite|grosse|vieille) pute, conne(|s), bordel de merde, batard(|s|e|es)
    merdeu(x|se|ses), emmerd(e|es|er|eur|eurs|ent), chier, couilles, couillon(|s|ne), pouffiass(e|es), petasse(|s), trou(|s) du cul
    tocard(|s), branleur(|s), baise(r)? ta, bite(s)? dans, enfoir(e|es|ee), raclure(|s), fumier(|s), sac(|s) a merde, sous merde(|s), merdique(|s)
    (gros|pauvre|sale|vieux|petit|bande_de|quel) con(|s|ne|nes), leche (cul|culs), suceur(|s)
  `,
  insult: `
    imbecile(|s), (sale|quelle|bande_d) (ordure|ordures|porc|truie), abruti(|s|e|es), cretin(|s|e|es), debile(|s), idiot(|s|e|es), attarde(|s), tare(|s), degenere(|s), crevure(|s), vermine
    pourriture(|s), parasite(|s), cloporte(|s), racaille(|s), clown(|s), minable(|s), charogne(|s), rat(|s) puant(|s), gros porc, facho(|s), gauchiasse(|s)
    bouffon(|s|ne), gros(se)? nul(le)?, menteur(|s|se), crasseu(x|se), boloss
  `,
  harmless: 'putain de (bois|bonsoir)',
};

export const spanish: Lexicon = {
  language: 'es',
  address: 'tu te ti eres usted ustedes vos sos tus tuyo vosotros os sois vuestra',
  threat: `
    (te|os|los|la) (voy|vamos) a ~ (matar|rajar|violar|reventar|degollar|pegar_un_tiro|disparar|quemar|romper_la_cara|partir_la_cara|encontrar_y|buscar_y|cortar)
    (voy|vamos) a (matarte|mataros|matarlos|violarte|rajarte|reventarte|degollarte|quemarte|encontrarte|partirte)
    te (mato|matare|rajo|rajare|degollare|violare|reviento|reventare|pego_un_tiro)
    (mereces|merecen|mereceis|merecias) (que_te)? ~ (morir|la_muerte|morirte|maten|un_tiro|fusilen|una_bala), (hay|habria) que (matarte|mataros|matarlos|fusilarlos|fusilarte|ahorcarlos|colgarlos|quemarlos|gasearlos|lincharlos|exterminarlos) ~
    ojala (te|os|se) ~ (mueras|murais|maten|mates|pudras|violen|mueran_todos|peguen_un_tiro|de_cancer), muerete ~, matate, suicidate, cuelgate
    (al|a_el) paredon ~ (todos|con_todos|con_ellos|contigo), (un|dos) tiro(|s) en la (cabeza|nuca|frente), muerte a (los|las) (judios|moros|gitanos|negros|maricones|fachas|rojos)
    (se|sabemos) donde vives, sabemos donde (vives|viven)
  `,
  slur: `
    hij(o|os|a|as) de (puta|putas|la_gran_puta|la_chingada|perra|mil_putas|tu_puta), hijueputa(|s), hijoputa(|s), hp malparido, malparid(o|os|a|as), gonorrea hijueputa
    maric(on|ones|onazo), marica(|s) de mierda, puto(s)? (moro|moros|negro|negros|gitano|gitanos|judio|judios|marica|maricon|sudaca|sudacas|facha|fachas|rojo|rojos)
    call(a|ate|aos|ense) (la|el|de)? ~ (boca|hocico|puta_boca), sudaca(|s), (moro|moros|negro|negros|gitano|gitanos|judio|judios|indio|indios|panchito|panchitos|sudaca|sudacas|chino|chinos|mujeres|rojos|fachas|politicos) de mierda, panchito(|s), machupichu(|s), moromierda
    chinga(r)? (tu|a_tu|su|a_su) (madre|puta_madre), chinguen a su madre, puta madre que (te|os|lo) pario, me cago en (tu|tus|vuestra|vuestros) ~, vete a la (mierda|verga|chingada), (vayanse|iros) a la (mierda|verga)
    (que_te) (jodan|den|follen) ~, jodete, (come|comeme|chupa|chupame) (la|el|mierda|mi) ~ (polla|verga|pija|pinga|huevo)?, tu puta madre, la concha de tu (madre|hermana), concha tu madre, culiao(|s), negrata(|s)
    pinche (puto|puta|joto|indio|naco|pendejo|cabron), jotos, putita(|s), puta de mierda, travelo(|s), subnormal(es)? de mierda
  `,
  profanity: `
    gilipollas, cabron(|es|a|azo), put(a|as), putos, zorras, capull(o|os), pendej(o|os|a|as|ada), mamon(|es), mierdas, culer(o|os), verga, boludo(|s), pelotudo(|s|a|as), forro
    cojones, follar(|te|me|se), jodid(o|a|os|as), comemierda(|s), tocapelotas, soplapollas, chupapollas, lameculos, mamaguev(o|os), mamahuevo, guarra(|s), cagar(|se|te), cagon
    pollas, cabroncete, bastard(o|os|a|as), huevon(|es), malnacid(o|os|a|as), (sois|eres|son|es) ~ mierda, pajero(|s), pajillero(|s)
  `,
  insult: `
    idiota(|s), imbecil(|es), subnormal(|es), estupid(o|os|a|as), retrasad(o|os|a|as), tarad(o|os|a|as), basura humana, escoria, (sois|eres) ~ ~ (cerdo|cerdos|cerda|rata|ratas|parasito|parasitos|alimana)
    payas(o|os|a|as), inutil(|es), analfabet(o|os|a|as), descerebrad(o|os|a|as), tont(o|os|a|as) ~, mongol(o|os), lacra(|s), asqueros(o|os|a|as), mentiros(o|a|os|as), sinverguenza(|s), canalla(|s)
  `,
  harmless: '(de|la) puta (madre|pena) (es|esta|estuvo), tonto el ultimo',
};
