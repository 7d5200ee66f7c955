import type { Lexicon } from './lexicon.ts';

export const italian: Lexicon = {
  language: 'it',
  address:
    'tu ti tuo tua tuoi tue voi vostra vostro siete sei_un sei_una sei_uno sei_proprio sei_solo',
  threat: `
    (ti|vi) ~ (ammazzo|ammazzero|uccido|uccidero|sgozzo|sparo|sparero|stupro|squarto|accoltello|faccio_fuori|spacco_la_faccia)
    (meriti|meritate|meritereste|dovresti|dovreste) (di|solo_di)? ~ (morire|crepare|la_morte|essere_ammazzato|essere_ammazzati|essere_fucilato|essere_fucilati|essere_impiccato|essere_impiccati|bruciare_vivo|una_pallottola)
    (bisognerebbe|bisogna|si_dovrebbe|dobbiamo) ~ (ammazzarvi|ammazzarti|fucilarli|fucilarvi|impiccarli|impiccarvi|ucciderli_tutti|ammazzarli_tutti|gasarli|linciarli)
    (devi|dovete) (morire|crepare) (bastardo|bastardi|stronzo|stronzi|infame|infami|cane|cani), spero (che)? (tu|voi) (muoia|muoiate|crepi|crepiate), (muori|crepa|ammazzati|impiccati|sparati) (male|bastardo|stronzo|merda|pezzo_di|infame|schifoso|porco|verme)
    al muro tutti, morte (ai|agli) (ebrei|negri|musulmani|zingari|froci|sbirri|comunisti|fascisti), (so|sappiamo) dove (abiti|abitate)
  `,
  slur: `
    figli(o|a|i) di (puttana|troia|cagna|zoccola), frocio, froci, finocchi di merda, ricchion(e|i), negr(o|i|a) di merda, (sporc|lurid)(o|i|a) (negro|negri|ebreo|ebrei|zingaro|zingari|arabo|arabi|terrone|terroni|frocio|froci|immigrato|immigrati|musulmano|musulmani)
    terron(e|i) di merda, (zingar|ebre|marocchin|albanes|rumen|arab|musulman|napoletan)(o|i|e) di merda, negr(acci|accio), vaffanculo, vai a fare in culo, andate a fare in culo, fanculo (a)? (te|tu|voi|stronzo), succhiami, pezz(o|i) di merda, test(a|e) di (cazzo|minchia)
    chiudi quella (bocca|fogna), mongoloid(e|i) di merda, bocchinar(a|o), pompinar(a|e), brutt(o|a|i) (frocio|negro|troia|puttana|stronzo|bastardo|merda), checca isterica
  `,
  profanity: `
    stronz(o|i|a|e), coglion(e|i|a), bastard(o|i|a|e), puttan(a|e), (una|sei|grandissima|brutta|lurida) (troia|zoccola), cazzone, cazzoni, minchion(e|i), (sei|siete) ~ merd(a|e), merdos(o|i|a), culattone
    leccaculo, cagn(a|e) schifosa, fottiti, fottetevi, rotto in culo
  `,
  insult: `
    idiot(a|i|e), imbecill(e|i), cretin(o|i|a|e), deficient(e|i), scem(o|i|a|e), mongoloid(e|i), pagliacc(io|i), (sei|siete) ~ ~ (verme|vermi|capra|capre|maiale|maiali|parassita|parassiti), feccia, pecoron(e|i)
    pirla, babbe(o|i), porc(o|i) schifos(o|i), sciacqu(ati|atevi) la bocca
  `,
  harmless:
    'guerra di troia, cavallo di troia, citta di troia, non (so|sappiamo) dove (abiti|abitate)',
};

export const portuguese: Lexicon = {
  language: 'pt',
  address: 'voce voces vc vcs tu ti teu tua',
  threat: `
    (vou|vamos|irei) (te|lhe|vos) ~ (matar|estuprar|esfaquear|arrebentar|enforcar|degolar|encher_de_tiro|encher_de_bala), (vou|vamos) (matar|estuprar|esfaquear|degolar) (voce|vc|voces|vcs|sua_familia|tua_familia|te)
    te mato, mato te, (voce|vc|voces|vcs|tu) (merece|merecem|mereces|devia|deviam|deveria|deveriam) (de)? ~ (morrer|a_morte|um_tiro|uma_bala|ser_morto|ser_mortos|ser_fuzilado|ser_fuzilados|ser_enforcado|ser_enforcados|ser_estuprada)
    (tinha|tinham|tem|deviam) (que|de) (matar|fuzilar|enforcar|metralhar) ~ (todos_eles|todo_mundo|essa_gente|essa_corja|esses_vagabundos)
    (tomara|espero|oxala) que (voce|vc|voces|vcs|tu|te) ~ (morra|morram|morras|matem|estuprem|pegue_cancer), (se_mata|mata_te|suicide_se|se_enforca|morre) (desgracado|desgraca|lixo|verme|puta|diabo|vagabundo|vagabunda)
    morte aos (judeus|negros|gays|viados|comunistas|petistas), (sei|sabemos) onde (voce|vc|tu) (mora|moras), paredao neles
  `,
  slur: `
    filh(o|a|os|as) da puta, filho duma puta, vai (tomar|toma|levar) (no|na) (cu|rabo), vtnc, (vai_se|vai_te|va_se|vao_se) (foder|fuder), fodam se, foda se (voce|vc|seu|sua), viad(o|os|inho|inhos) (de_merda|do_caralho|nojento), (seu|sua|seus|suas) (idiota|idiotas|imbecil|imbecis|babaca|babacas|otario|otaria|otarios|merda|bosta|canalha|canalhas|cretino|cretina|retardado|retardada|vagabundo|vagabunda|desgracado|desgracada|viado|arrombado|arrombada|putinha|puta|vadia)
    vagabund(o|os|a|as), arrombad(o|os|a|as), escrot(o|os|a|as), desgracad(o|a), babaca(|s), bichona(|s), traveco(|s), crioul(o|os|a) (fedido|fedida|imundo|safado|de_merda), macac(o|os|a) (preto|preta|fedido|imundo|nojento|safado|de_merda), pret(o|os|a|as) (fedido|fedida|imundo|imunda|nojento|de_merda|fedorento)
    (judeu|judeus|negro|negros|nordestino|nordestinos|baiano|cigano|ciganos|brasuca|brasucas|zuca|zucas|preto|pretos|indio|indios|gay|gays|chines) de merda, (chupa|chupe|mama) (meu|o_meu|a_minha) (pau|rola|caralho|pica|piroca), puta que (te|o|os|vos) pariu, pau no (teu|seu) cu, panel(eiro|eiros) de merda
  `,
  profanity: `
    put(a|as), buceta(|s), boceta(|s), cuz(ao|oes), vadia(|s), corn(o|os|udo) manso, punhet(eiro|eiros), cabrao, cabroes, cagao, otari(o|os|a|as), canalha(|s)
  `,
  insult: `
    idiota(|s), imbecil, imbecis, retardad(o|os|a|as), jument(o|os|a), debil mental, cretin(o|os|a|as), palhac(o|os|a), doente mental
  `,
  harmless:
    'porta arrombada, pra caralho, do caralho, puta (sorte|sacanagem|merda), nao (sei|sabemos) onde (voce|vc|tu) (mora|moras)',
};

export const turkish: Lexicon = {
  language: 'tr',
  address: 'sen sana seni senin sende sensin siz size sizi sizin ulan lan',
  threat: `
    (seni|sizi|hepinizi|aileni) ~ (oldurecegim|oldurecem|oldururum|geberticem|gebertecegim|gebertirim|vuracagim|vururum|keserim|kesecegim|asacagim|bicaklarim|parcalarim)
    (seni|sizi|sizleri|bunlari|bunlarin_hepsini|hepsini) ~ (asmak|kursuna_dizmek|vurmak|oldurmek|yakmak|kesmek) (lazim|gerek|gerekir), (geber|gebersin|gebersinler|gebertin) ~ (lan|ulan|it|kopek|serefsiz|pic|hepsi|insallah)
    (insallah|umarim) ~ (olursun|geberirsin|gebersin|gebersiniz|olursunuz|kanser_olursun|kanser_olursunuz), kafana (sikacagim|sikarim), (nerede|nerde) (oturdugunu|yasadigini) biliyor(um|uz), kendini (oldur|as), idam edin hepsini
  `,
  slur: `
    orospu(|lar|nun|sun|cocugu|cocuklari|evladi), orospu (cocugu|cocuklari|evladi|cocugusun), oruspu, orospucocugu, (got|pic) (veren|verenler|kurusu|kurulari), ibne(|ler|sin|siniz|lik), amina (koyayim|koyim|koydugum|koyarim|koyduk|koydugumun|kodumun), aminakoyim, (anani|ananizi|avradini|bacini|gecmisini|sulaleni) ~ (sikeyim|sikerim|sikim|siktigim)
    (siktir|siktirin|siktirgit), kapa ceneni, kes sesini, sikeyim, sikerim, sikik, siktigim(|in), siktiginin, yarrag(im|imi), yarrak(|lar), (ermeni|yahudi|kurt|arap|suriyeli|rum) (dolu|pici|picleri|tohumu|kopekleri|kopegi|itleri|dolleri), gavat(|lar), pezevenk(|ler), kahpe(|ler|nin), gotos(|lar), dol israfi
  `,
  profanity: `
    serefsiz(|ler|sin|siniz|lik), haysiyetsiz(|ler), namussuz(|lar), yavsak(|lar), kaltak(|lar), surtuk(|ler), pustlar, it (oglu|suruleri|surusu), pislik(|ler) herif, denyo, dangalak, amcik(|lar), dalyarak, godos, sicayim, sictigimin, ipne, kevase, fahise(|ler), amk, amq
  `,
  insult: `
    gerizekali(|lar|sin), geri zekali(|lar|sin), salak(|lar|sin|siniz), aptal(|lar|sin|siniz), embesil(|ler), mal(sin|siniz), ahmak(|lar), beyinsiz(|ler), hayvan(|sin|lar) herif, okuz, asagilik(|lar), soysuz(|lar), kansiz(|lar)
  `,
  harmless: '',
};
