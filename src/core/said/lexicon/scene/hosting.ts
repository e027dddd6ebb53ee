import { messages } from "../message.js";

/** Where it runs, and what stands before it. */
export const SCENE_OF_HOSTING = messages({
  nginx: { pattern: /\bnginx\b|ingress/i, means: "nginx stands in between.", stands: true },
  apache: {
    pattern: /\bapache(2|24)?\b|httpd|mod_proxy|ProxyPass|a2enmod/i,
    means: "Apache stands in between.",
    stands: true,
  },
  "other-proxy": {
    pattern:
      /reverse[- ]?prox(y|ies|ied|ying)|yarp|反向代理|프록시|proxy inverso|обратн\S{1,4} прокси|node-http-proxy|haproxy|traefik|caddy|envoy|istio|synology|proxy manager|\bNPM\b(?! ?(-|i|rm|install|uninstall|run|start|ci|test|packages?|update|audit|ls|list|outdated|link|init|version|registry|build|dev|add|remove|modules?|scripts?|err|warn|install)\b)|varnish|\bSWAG\b|linuxserver|openresty|netscaler|\bF5\b|big-?ip|(through|via|behind|by|in|with|without|bypass\w*) (a |the |our |my |their )?(\w+ )?proxy\b(?!\.\w| setting| option)|\bprox(ied|ying) (it |this |them )?(to|onto|behind|through|under|from|via|by)\b|(try|trying|want|need) to proxy\b|\bYARP\b|ocelot|\bkong\b|api gateway|cloudflare|front ?door|application gateway|app gateway|cloudfront|\bALB\b|\bELB\b|elastic beanstalk|load[ -]?balanc|behind a proxy|behind (the|my|our) proxy/i,
    means: "A reverse proxy or load balancer stands in between.",
    stands: true,
  },
  "upgrade-forwarded": {
    pattern:
      /proxy_http_version\s+1\.1.{0,400}proxy_set_header\s+Upgrade\s+\$http_upgrade.{0,200}proxy_set_header\s+Connection\s+["'$]?\w{0,12}upgrade|proxy_set_header\s+Upgrade\s+\$http_upgrade.{0,200}proxy_set_header\s+Connection\s+["'$]?\w{0,12}upgrade.{0,400}proxy_http_version\s+1\.1|\b(already|correctly|properly|config\w*|have|has) (\w+ ){0,3}(upgrade|web ?socket)( and connection)? headers?\b|\b(upgrade|web ?socket)( and connection)? headers? (are|is) (already |correctly |properly |all )?(set|passed|forwarded|sent|configured|there|present|in place)\b/i,
    means: "The proxy is said or shown to hand Upgrade on.",
    claimed: true,
  },
  "no-proxy": {
    pattern:
      /\b(no|not (behind|using|under)( an?| the| any)?|(isn|aren|don|doesn)['’]t (behind|have|use|using)( an?| any)?) ((reverse|forward|http) )?(prox(y|ies)|nginx|load[- ]?balancers?)\b(?! (error|problem|issue|setting|config|log|change|luck))/i,
    means: "No proxy is said to stand in between.",
    claimed: true,
  },
  "upgrade-not-forwarded": {
    pattern:
      /^(?!.*(http_upgrade|\bupgrade['"]? +['"]?(websocket|\$)|HTTP:Upgrade|wstunnel|upgrade=websocket|connection_upgrade|['"]wss?:\/\/))(?=.*(proxy_pass\s+['"]?https?:\/\/[^\s;]+;|ProxyPass(Match)?\s+\S+\s+['"]?https?:))/i,
    means: "A proxy's configuration is shown that does not hand Upgrade on.",
  },
  cloudflare: { pattern: /cloudflare/i, means: "Cloudflare stands in between.", stands: true },
  iis: {
    pattern: /\bIIS\b|web\.config|app ?pool|w3wp|windows server 20\d\d|X-Powered-By: ?ASP\.NET/i,
    means: "IIS is in use.",
  },
  "affinity-on": {
    pattern:
      /(?<!\b(after|once|until|when|if|unless|ensure|make sure|check|whether|needs?|requires?|without|no|not)( that)?( the| your)? )\b(sticky([- ]sessions?)?|stickiness|((session|client|cookie|ARR|load balancer) ?)?affinity)( cookies?)? (is |are |was |were |has been |have been )?(already |correctly |also |indeed )?(on|enabled|turned on|activated|configured|set|in place)\b(?!.{0,60}\b(works?|worked|fixed|solved|helps?)\b)|(can ?not|can't|n't|fails?|unable) .{0,40}(when|once|with) (\w+ )?(sticky( sessions?)?|stickiness|affinity) (is|are|set ?up|enabled|on)\b|\bsticky sessions? set ?up\b|\b(using|with|have|has|enabled|turned on) (\w+ ){0,2}(sticky|session affinity)\b(?!.{0,80}\b(works?|worked|fixed|solved|helps?|fine)\b)/i,
    means: "Affinity is said to be on.",
    claimed: true,
  },
  "websockets-on": {
    pattern:
      /(?<!\b(after|once|until|when|if|unless|ensure|make sure|check|whether)( that)?( the)? )\bweb ?sockets?( (protocol|module|feature|role|support)){0,2} (is |are |was |were |has been |have been )?(already |correctly |also |indeed )?(installed|enabled|turned on|activated)\b|\b(I|we)( have| had| did| already| also|'ve){0,2} (enabled|installed|turned on|activated) (the )?web ?sockets?\b(?!.{0,60}\b(works?|worked|fixed|solved)\b)/i,
    means: "The host's WebSockets are said to be switched on.",
    claimed: true,
  },
  "websockets-work": {
    pattern:
      /\bweb ?sockets? (\w+ )?(connected successfully|connects? (fine|now|successfully|well)|(connection )?(is |was |gets? )?(established|opened) (fine|successfully|now)|works? (fine|well|now|ok)|(is|are) (working|fine|ok))\b(?!.{0,40}\b(local|dev|without|directly|in|on)\b)/i,
    means: "The WebSocket is said to open.",
  },
  "iis-express": {
    pattern: /iis ?express|applicationhost\.config|:44[23]\d\d\b/i,
    means: "IIS Express is in use.",
  },
  "works-on-iis-express": {
    pattern:
      /\b(works?|worked|working|connect\w*|fine|ok|success\w*|no (issues?|problems?))\b.{0,60}\biis ?express|iis ?express\b.{0,60}\b(works?|worked|working|connect\w*|fine|ok|success\w*)\b/i,
    means: "On IIS Express it works.",
  },
  arr: {
    pattern:
      /\bARR\b(?! ?affinity)|application request routing|url ?rewrite|request consolidation|kernel (mode )?cach/i,
    means: "Application Request Routing of IIS stands in between.",
    stands: true,
  },
  "out-of-process": {
    pattern:
      /out-?of-?process|ANCM|AspNetCoreModule|hostingModel|WebSocketDeflate|DangerousEnable(Web ?Socket)?Compression|websocket compression|permessage-deflate/i,
    means: "IIS forwards to another process, or WebSockets are compressed.",
  },
  "app-service": {
    pattern: /azurewebsites\.net|azure (web ?app|app service|website)|app service/i,
    means: "It runs on Azure App Service.",
  },
  portal: {
    pattern:
      /azure portal|portal.{0,20}CORS|\bCORS (settings |rules? )?(in|on|at|through|via) (the )?azure\b|\bazure('s)? CORS\b|CORS .{0,60}\bportal|CORS (blade|settings|section|tab)|in the portal/i,
    means: "The Azure portal's settings are named.",
  },
  functions: {
    pattern:
      /azure functions?|function ?app|WebJobs\.Extensions|ServerlessHub|SignalRConnectionInfo|SignalRTrigger|WebPubSubTrigger|func(tion)? key|\/api\/negotiate/i,
    means: "Azure Functions are in use.",
  },
  "function-key": {
    pattern: /\?code=|function key|app key|host key|system key|x-functions-key|AuthorizationLevel/i,
    means: "A function key is named.",
  },
  "many-instances": {
    pattern:
      /--scale\b|(multiple|several|two|three|four|\b[2-9]\b|\d{2,}|many|more than one|more than 1|additional|both|another|second|other) (?!sites?\b)([\w.]+ ){0,2}(instances|servers|pods|replicas?|workers?|processes|nodes|containers|dynos|machines)|(more than (one|1)|another|a second|additional) (instance|pod|task|process|node|dyno)\b|more than (one|1) (\w+ )?server\b|(more than (one|1)|one|1|a single|only one) (\w+ ){0,2}(pod|replica|worker|process|dyno|instance|node)\b.{0,60}(works?|fine|ok|good|problem)|(increas|scal|rais)\w* (\w+ ){0,3}(pods?|replicas?|instances?|workers?|dynos?|nodes?) (count |number )?(to|above|beyond) (\w+ )?(more than|over|two|three|four|several|many|[2-9]\b)|number of (\w+ )?(replicas|pods|workers|instances|processes|nodes|dynos)|server farm|(replicas|instances|workers|processes|dynos?)( count)? ?([:=>]|is|set to)? ?([2-9]|\d\d)(?![.\w])|-{1,2}(workers|processes|threads|w)[ =]([2-9]|\d\d)|upstream \w+ \{.{0,60}server .{0,80}server |docker swarm|auto-?scal|scal(e|ed|ing) (out|up|to)|(?<!(kubernetes|k8s|AKS|EKS|GKE|the|my|our) )\bclusters?\b|\bpm2\b.{0,80}(-i(\b|\d)|cluster|instances|scale|max\b)|\bECS\b|web ?farm|web ?garden|load[ -]?balanc|sticky|affinity|round[- ]?robin|负载均衡|集群|多进程|多个实例|클러스터|backplane|redis adapter|workers? ?= ?[2-9]|-w [2-9]|multi-?(process|server|node|core)\b|multiple (cpus?|cores)\b/i,
    means: "Several processes or instances serve the application.",
    stands: true,
  },
  "one-instance": {
    pattern:
      /\b(only|just) (have |has |had |got |run(ning|s)? |us(e|es|ing) |with )?(one|a single|1) (\w+ ){0,2}(node|instance|server|process|pod|dyno|replica|worker|container)\b(?!.{0,60}\b(works?|fine|ok|good|problem)\b)|\b(single|one)[- ](instance|node|server|process|pod|replica) (only|behind|deployment|setup)\b|no (cluster|scaling|load balanc\w*)\b/i,
    means: "A single instance serves the application.",
  },
  kubernetes: {
    pattern: /kubernetes|\bk8s\b|\b(AKS|EKS|GKE)\b|\bhelm\b|\bpods?\b|ingress/i,
    means: "It runs on Kubernetes.",
    stands: true,
  },
  "sticky-cookie": {
    pattern:
      /(affinity|sticky|session|ARRAffinity|AWSALB|route) ?cookie|(affinity|sticki\w+|sticky sessions?)\b.{0,80}cookie|cookie.{0,40}(affinity|sticky|disabled|not (sent|stored|supported)|blocked|third[- ]party)|third[- ]party cookies?|(not|n't|never) (transfer|pass|forward|keep|send|store)\w* .{0,20}cookies?.{0,240}load ?balanc|load ?balanc\w*.{0,120}(not|n't|never) (see|get|receiv)\w* .{0,12}cookies?|cookies?.{0,120}(not|n't|never) (be )?(transferred|passed|forwarded|sent back|kept).{0,200}load ?balanc|ARRAffinity/i,
    means: "Affinity by cookie is named.",
  },
  serverless: {
    pattern:
      /vercel|now\.sh|\bzeit\b|netlify|(?<![.<$])\blambda\b(?![$>]| \w{0,20}:)|cloudflare (workers|pages)|serverless function|cloud functions?|firebase (hosting|functions)|next(js|\.js)? api|cloud ?run|\bcyclic\.(sh|app)\b|\b(on|to|at|with|via) cyclic\b/i,
    means: "It runs on a serverless platform.",
    stands: true,
  },
  container: {
    pattern: /\bdocker\b|docker-compose|\bpodman\b|\bcontainers?\b/i,
    means: "The server runs in a container.",
    stands: true,
  },
  "static-server": {
    pattern:
      /-m (http\.server|SimpleHTTPServer)\b|\bSimpleHTTPServer\b|\b(npx )?http-server\b|\blive[- ]server\b|\b(localhost|127\.0\.0\.1):55(00|01)\b|\b(npx )?serve -s\b|\bxampp\b|\bwamp(server)?\b|\bmamp\b/i,
    means: "A server of files serves the pages.",
  },
  "pages-hosted": {
    pattern:
      /\.(netlify\.app|github\.io|pages\.dev|web\.app|surge\.sh)\b.{0,200}\b(back-?end|server|api)\b.{0,24}\b(on|at|to|is)\b|(vercel|netlify|firebase hosting|github pages|cloudfront|\bs3\b).{0,30}\b(front-?end|client side|client|ui)\b|\b(front-?end|client|ui|react|angular|vue|svelte)\b( app\w*)?.{0,30}(on|to|at|with|by|using|via) (vercel|netlify|firebase|github pages|cloudfront|s3)\b/i,
    means: "The platform serves the pages.",
  },
  "shared-hosting": {
    pattern:
      /cpanel|shared (web )?host|godaddy|hostinger|hostgator|bluehost|namecheap|plesk|a2 ?hosting|000webhost|wordpress host|dreamhost|\b(my|our) (web ?)?hosting\b|upload\w* .{0,40}\b(to|on) (my |our |the |a )?(web ?)?hosting\b/i,
    means: "It runs on shared hosting.",
  },
  "port-env": {
    pattern:
      /(heroku|openshift|railway|render\.com|glitch|fly\.io|koyeb|app engine)\b.{0,80}\.listen\(\s*\d|process\.env\.PORT|(heroku|openshift|azure(?! (vm|virtual))|railway|render)\b.{0,60}\bport\b|\bport\b.{0,60}(heroku|openshift)|(host|platform) assigns/i,
    means: "The platform assigns the port.",
  },
  "dev-proxy": {
    pattern:
      /(?<!\/)browser-?sync|gulp (watch|serve)|proxy\.conf|setupProxy|http-proxy-middleware|create[- ]react[- ]app|\bCRA\b|package\.json|\bng serve\b|angular\.json|vue\.config|vite\.config|webpack(-| )?dev|devServer|(?<!(werkzeug|flask|django|python|wsgi)( \w{1,40})? )dev(elopment)? server|SPA proxy|\[HPM\]|\[vite\]|could not proxy request|\bnext\.config\.js\b.{0,40}rewrites|\brewrites\b.{0,40}\bnext(\.?js)?\b|\bvite\b|(?<!origins?\W{1,12}https?:\/\/)localhost:(4200|4321|517[34]|8100)\b/i,
    means: "A development server stands before the application.",
  },
  "dev-proxy-named": {
    pattern:
      /(?<!\/)browser-?sync|proxy\.conf|setupProxy|http-proxy-middleware|\[HPM\]|could not proxy request|["']?\bproxy["']?\s{0,4}[:=]|\bws: ?true|rewrites\b|SPA proxy|\bdevProxy\b|\bproxy(ing|ied)?\b.{0,60}\b(package\.json|vite|webpack|angular|react|vue|dev(elopment)? server|devServer)\b|\b(package\.json|vite(\.config)?|webpack|angular|vue\.config|dev(elopment)? server|devServer)\b.{0,60}\bprox(y|ies|ied|ying)\b/i,
    means: "The development server's proxy is named.",
  },
  "shared-resource": {
    pattern:
      /same (azure )?(signalr|resource|service|instance|hub)( service| resource| instance)?|(share|shared|sharing) (the same |one |an? |single )?(azure )?(signalr|resource|instance|service|backplane|redis)|(use|uses|using|connected to) the same (azure )?(signalr|resource|connection string|hub name)|(dev|staging|test|production).{0,60}(same|share|both)|colleagues?|other developers?|local(ly)? and (in )?production|\b(local|dev\w*|staging|other) .{0,40}(hub|server|code|machine).{0,30}(is |are )?(being )?(used|called|answer\w*|receiv\w*|handl\w*) .{0,12}(by|from|instead)|messages? (go|arriv|end up|are sent)\w* .{0,30}(other|wrong) (environment|server|app)/i,
    means: "Several applications or stages share one service.",
  },
});
